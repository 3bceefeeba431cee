import dagster as dg


@dg.asset
def paid_invoices(): ...


@dg.asset
def stock(): ...


@dg.asset(deps=["orders", "stock", "returns"])  # expect: dep-broken-by-this-pr  # expect: unknown-dep-becomes-external
def revenue(): ...


defs = dg.Definitions(assets=[paid_invoices, stock, revenue])
