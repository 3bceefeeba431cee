import dagster as dg


@dg.asset(retry_policy=dg.RetryPolicy(max_retries=2, jitter=dg.Jitter.FULL))
def orders(): ...


defs = dg.Definitions(assets=[orders])
