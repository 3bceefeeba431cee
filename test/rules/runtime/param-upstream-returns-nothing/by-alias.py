from dagster import Definitions, MaterializeResult as Result, asset


@asset
def orders() -> Result:
    return Result(metadata={"rows": 3})


@asset
def customers() -> Result:
    return Result(value=3)


@asset
def revenue(orders, customers): ...  # expect: param-upstream-returns-nothing


defs = Definitions(assets=[orders, customers, revenue])
