import dagster as dg
@dg.asset(io_manager_def=dg.mem_io_manager)
def a(): ...
@dg.asset(io_manager_def=dg.fs_io_manager)
def b(): ...

defs = dg.Definitions(assets=[a, b])
