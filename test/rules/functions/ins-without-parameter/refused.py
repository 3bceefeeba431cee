import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(ins={"placed": dg.AssetIn("orders")})  # expect: ins-without-parameter
def revenue(orders): ...

@dg.multi_asset(outs={"a": dg.AssetOut()}, ins={"order": dg.AssetIn("orders")})  # expect: ins-without-parameter
def several(): ...

@dg.asset(ins={"late": dg.AssetIn("orders")})  # expect: ins-without-parameter
def keyword_only(*, late): ...

defs = dg.Definitions(assets=[orders])
