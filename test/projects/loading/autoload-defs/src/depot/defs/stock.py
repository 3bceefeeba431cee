import dagster as dg


@dg.asset(group_name="depot")
def stock(): ...


@dg.asset(group_name="depot")
def reorder_list(stock): ...
