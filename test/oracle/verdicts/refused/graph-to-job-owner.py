import dagster as dg
@dg.graph
def g(): ...
j = g.to_job(owners=["bob"])

defs = dg.Definitions()
