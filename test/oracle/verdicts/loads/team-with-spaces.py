import dagster as dg


@dg.asset(owners=["team:Order Data/1", "ana@shop.example.org"])
def orders(): ...


defs = dg.Definitions(assets=[orders])
