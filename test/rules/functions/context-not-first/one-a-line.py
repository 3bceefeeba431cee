import dagster as dg


@dg.asset
def orders(): ...


@dg.asset
def revenue(
    # what was sold
    orders,
    context: dg.AssetExecutionContext,  # expect: context-not-first
): ...


@dg.asset
def margins(
    orders,
    context: dg.AssetExecutionContext, revenue  # expect: context-not-first
): ...


@dg.asset
def returns(orders, context=None): ...  # expect: context-not-first


defs = dg.Definitions(assets=[orders, revenue, margins, returns])
