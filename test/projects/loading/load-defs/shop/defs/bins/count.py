import dagster as dg


@dg.asset
def bin_count(stock): ...
