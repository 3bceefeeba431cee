import dagster as dg

@dg.op(ins={"rows": dg.In(int)})  # expect: op-ins-without-argument
def load(context): ...

defs = dg.Definitions()
