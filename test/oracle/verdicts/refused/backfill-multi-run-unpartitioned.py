import dagster as dg

@dg.asset(backfill_policy=dg.BackfillPolicy.multi_run(1))
def orders(): ...
defs = dg.Definitions(assets=[orders])
