import dagster as dg

class Connections(dg.ConfigurableResourceFactory[int]):
    def create_resource(self, context):
        return 1

@dg.asset
def orders(connections: Connections): ...  # expect: resource-annotation-outputs

defs = dg.Definitions(assets=[orders], resources={"connections": Connections()})
