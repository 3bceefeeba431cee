import dagster as dg
@dg.asset(metadata={"dagster/io_manager_key": "wh"})
def a(): ...

defs = dg.Definitions(assets=[a])
