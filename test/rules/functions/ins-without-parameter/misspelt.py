import dagster as dg


@dg.asset
def orders() -> int:
    return 1


@dg.asset(ins={"plcaed": dg.AssetIn("orders")})  # expect: ins-without-parameter
def revenue(placed): ...


defs = dg.Definitions(assets=[orders])
