import dagster as dg


@dg.asset
def ledger(): ...


@dg.multi_asset(specs=[dg.AssetSpec("debits", deps=["ledger"]), dg.AssetSpec("credits", deps=["ledger"])])
def sides(): ...
