import sys

import dagster as dg


@dg.asset
def orders() -> None:
    with open("/tmp/orders.csv", "w") as file:
        print("id,amount", file=file)


@dg.asset
def customers() -> None:
    print("loading", file=sys.stderr)  # expect: print-instead-of-context-log


defs = dg.Definitions(assets=[orders, customers])
