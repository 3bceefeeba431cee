import dagster as dg

@dg.asset(io_manager_key="lake", io_manager_def=dg.FilesystemIOManager())  # expect: io-manager-def-and-key
def orders(): ...

defs = dg.Definitions(assets=[])
