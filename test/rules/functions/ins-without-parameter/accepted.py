from dagster import AssetIn, Nothing, asset
import dagster as dg

@asset
def orders(): ...

@asset(ins={"placed": AssetIn("orders")})
def revenue(placed): ...

@asset(ins={"anything": AssetIn("orders")})
def variadic(**kwargs): ...

@asset(ins={"waits": AssetIn("orders", dagster_type=Nothing)})
def waits(): ...

defs = dg.Definitions(assets=[orders, revenue, variadic, waits])
