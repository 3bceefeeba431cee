import dagster as dg


@dg.asset(deps=["balance"])
def balance(): ...


defs = dg.Definitions(assets=[balance])
