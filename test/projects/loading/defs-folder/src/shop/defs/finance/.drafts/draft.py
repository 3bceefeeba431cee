import dagster as dg


@dg.asset
def in_a_hidden_folder(): ...
