import dagster as dg; from dagster import asset

@asset
def orders() -> "list[int]":
    match = [1, 2]
    return [*match, (yes := 3)]

defs = dg.Definitions(assets=[orders])
