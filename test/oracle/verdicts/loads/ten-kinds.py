import dagster as dg


@dg.asset(kinds={f"kind.{number}" for number in range(10)}, tags={"shop/domain": "orders", "empty": ""})
def orders(): ...


defs = dg.Definitions(assets=[orders])
