import dagster as dg

GROUP = __name__.rpartition(".")[2]


@dg.asset(group_name=GROUP)
def orders(): ...


@dg.asset(group_name=GROUP, ins={"orders": dg.AssetIn(input_manager_key="frames")}, io_manager_key="tables")
def returns(orders): ...
