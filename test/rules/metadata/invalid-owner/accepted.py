import os
import dagster as dg

@dg.asset(owners=["team:My team/1", "bob.smith+orders@mail.example.org"])
def orders(): ...

spec = dg.AssetSpec("spec", owners=["nelson@hooli.com"])

@dg.asset(owners=[os.getenv("OWNER", "team:shop")])
def refunds(): ...

@dg.asset(owners=None)
def stock(): ...

defs = dg.Definitions(assets=[orders, spec, refunds, stock])
