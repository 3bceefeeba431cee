import dagster as dg

@dg.asset(key_prefix="raw")
def type(): ...

@dg.asset
def orders(context: dg.AssetExecutionContext): ...

@dg.op
def load(config: dict): ...

@dg.asset(name="match")
def soft_keyword(): ...

defs = dg.Definitions(assets=[type, orders, soft_keyword, dg.AssetSpec("type"), dg.SourceAsset("config")])
