import dagster as dg

@dg.asset(io_manager_key=None, io_manager_def=dg.FilesystemIOManager())
def orders(): ...

defs = dg.Definitions(assets=[orders])
