import dagster as dg

@dg.asset(io_manager_key="warehouse")
def orders(): ...

@dg.asset(io_manager_key="io_manager")
def refunds(): ...

@dg.asset(io_manager_def=dg.FilesystemIOManager())
def stock(): ...

defs = dg.Definitions(assets=[orders, refunds, stock], resources={"warehouse": dg.FilesystemIOManager()})
