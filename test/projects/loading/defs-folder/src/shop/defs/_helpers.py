import dagster as dg


@dg.asset
def from_an_underscore_file(): ...
