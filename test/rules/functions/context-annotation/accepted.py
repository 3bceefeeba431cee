from dagster import AssetExecutionContext as Context, OpExecutionContext
import dagster as dg

@dg.asset
def orders(context: Context): ...

@dg.op
def step(context: OpExecutionContext): ...

@dg.asset
def refunds(context): ...

@dg.sensor()
def watch(context: dict): ...

defs = dg.Definitions(assets=[orders, refunds], sensors=[watch])
