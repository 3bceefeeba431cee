from dagster import AssetIn, In, Nothing, asset, op
import dagster as dg

@asset
def orders(): ...

@asset(ins={"orders": AssetIn(dagster_type=Nothing)})
def revenue(orders): ...  # expect: nothing-input-has-parameter

@op(ins={"start": In(Nothing)})
def step(start): ...  # expect: nothing-input-has-parameter

defs = dg.Definitions(assets=[orders])
