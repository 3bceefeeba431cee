import dagster as dg

in_tens = dg.BackfillPolicy.multi_run(max_partitions_per_run=10)

@dg.asset(backfill_policy=in_tens)  # expect: backfill-policy-unpartitioned
def orders(): ...

defs = dg.Definitions(assets=[orders])
