import dagster as dg


@dg.multi_asset(outs={"stock": dg.AssetOut(io_manager_key="tables"), "shelves": dg.AssetOut(io_manager_key="scratch")})
def stock_levels(): ...
