import dagster as dg

@dg.asset(key=["a", "b__c"])
def first(): ...

@dg.asset(key=["a__b", "c"])  # expect: node-name-collision
def second(): ...

defs = dg.Definitions(assets=[first, second])
