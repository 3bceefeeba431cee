from dagster import In, Nothing, op
import dagster as dg

@op(ins={"start": In(Nothing), "rows": In(int)})
def step(rows): ...

defs = dg.Definitions()
