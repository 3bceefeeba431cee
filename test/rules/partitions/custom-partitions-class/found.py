import dagster as dg

class Regions(dg.PartitionsDefinition):
    def get_partition_keys(self, current_time=None, dynamic_partitions_store=None):
        return ["eu", "us"]

@dg.asset(partitions_def=Regions())  # expect: custom-partitions-class
def orders(): ...

defs = dg.Definitions(assets=[orders])
