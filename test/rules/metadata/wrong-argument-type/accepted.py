from datetime import timedelta

import dagster as dg

class Quarterly(dg.StaticPartitionsDefinition):
    def __init__(self):
        super().__init__(["q1", "q2"])

def make(condition=dg.AutomationCondition.eager):
    return condition()

@dg.asset(
    partitions_def=Quarterly(),
    automation_condition=make() | dg.AutomationCondition.on_missing(),
    freshness_policy=dg.FreshnessPolicy.time_window(timedelta(days=1)),
    retry_policy=dg.RetryPolicy(max_retries=2),
    backfill_policy=dg.BackfillPolicy.single_run(),
    code_version="3",
    description=None,
)
def orders(): ...

defs = dg.Definitions(assets=[orders])
