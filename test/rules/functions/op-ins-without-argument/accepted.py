import dagster as dg

@dg.op(ins={"rows": dg.In(int), "start": dg.In(dg.Nothing)})
def load(context, rows, more): ...

@dg.op(ins={"rows": dg.In()})
def variadic(**kwargs): ...

defs = dg.Definitions()
