import dagster as dg


@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    print("loading")  # expect: print-instead-of-context-log
    for page in range(3):
        print(f"page {page}")  # one by one


@dg.asset
def customers(context: dg.AssetExecutionContext) -> None:
    """Several things in one line are no message."""
    print("loaded", 3)  # expect: print-instead-of-context-log


defs = dg.Definitions(assets=[orders, customers])
