from dagster import AssetExecutionContext, OpExecutionContext, asset
import dagster as dg

@asset
def orders(ctx: AssetExecutionContext): ...  # expect: context-renamed

@asset
def refunds(cntxt: OpExecutionContext): ...  # expect: context-renamed

defs = dg.Definitions(assets=[orders, refunds])
