import dagster as dg
from checks import run


@dg.asset
def orders() -> dg.MaterializeResult:
    return dg.MaterializeResult(value=[1, 2])


@dg.asset
def customers() -> dg.MaterializeResult:
    return run("customers")


@dg.asset
def stock() -> dg.MaterializeResult:
    return dg.MaterializeResult(metadata={"rows": 1})


@dg.asset
def revenue(
    orders,
    customers,
    stock,  # expect: param-upstream-returns-nothing
): ...


defs = dg.Definitions(assets=[orders, customers, stock, revenue])
