import dagster as dg

@dg.asset(kinds={"python", "google-sheets.v4"})
def orders(): ...

@dg.asset(compute_kind="any thing")
def refunds(): ...

defs = dg.Definitions(assets=[orders, refunds])
