import dagster as dg

class Regions(dg.StaticPartitionsDefinition):
    def __init__(self):
        super().__init__(["eu", "us"])

@dg.asset(partitions_def=Regions())
def orders(): ...

defs = dg.Definitions(assets=[orders])
