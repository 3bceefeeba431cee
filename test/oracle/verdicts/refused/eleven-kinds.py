import dagster as dg


@dg.asset(kinds={f"kind{number}" for number in range(11)})
def orders(): ...


defs = dg.Definitions(assets=[orders])
