import sys

import dagster as dg

first = sys.modules["steps.first"]


@dg.op(ins={"rows": dg.In(input_manager_key="frames")}, out=dg.Out(io_manager_key="scratch"))
def parse(rows): ...


@dg.op(out=dg.Out(io_manager_key="tables"))
def store(rows): ...


@dg.graph_asset(group_name=first.GROUP)
def customers(orders):
    return store(parse(orders))
