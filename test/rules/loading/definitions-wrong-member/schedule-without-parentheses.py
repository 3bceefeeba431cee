import dagster as dg

@dg.schedule
def nightly(context): ...

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders], schedules=[nightly])  # expect: definitions-wrong-member
