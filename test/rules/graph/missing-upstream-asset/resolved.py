from dagster import AssetIn, Nothing, asset
import dagster as dg

@asset(key_prefix="raw")
def orders(): ...

@asset
def same_group(orders): ...

@asset(ins={"nothing": AssetIn("elsewhere", dagster_type=Nothing)})  # expect: unknown-dep-becomes-external
def waits(): ...

@asset(metadata={"dagster/table_name": "db.customers"}, group_name="crm")
def customers(): ...

@asset(deps=[dg.AssetDep("clients", metadata={"dagster/table_name": "db.customers"})])
def churn(): ...

@asset
def variadic(**kwargs): ...

@asset
def keyword_only(*, anything): ...

@asset(ins={"placed": AssetIn(["raw", "orders"])})
def renamed(placed): ...

@asset(ins={"prefixed": AssetIn(key_prefix="raw")}, name="self_made")
def loads_source(prefixed): ...

defs = dg.Definitions(assets=[orders, same_group, waits, customers, churn, variadic, keyword_only, renamed, loads_source, dg.SourceAsset(["raw", "prefixed"])])
