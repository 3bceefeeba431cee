from dagster import AssetIn, AssetOut, asset, multi_asset
import dagster as dg

@asset(io_manager_key="warehouse")  # expect: missing-io-manager
def orders(): ...

@multi_asset(outs={"a": AssetOut(io_manager_key="lake")})  # expect: missing-io-manager
def several(): ...

@asset(ins={"orders": AssetIn(input_manager_key="reader")})  # expect: missing-io-manager
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, several, revenue], resources={"warehous": dg.FilesystemIOManager()})
