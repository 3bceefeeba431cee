import dagster as dg

backoff = dg.RetryPolicy(max_retries=3, backoff=dg.Backoff.EXPONENTIAL)  # expect: retry-policy-delay
jitter = dg.RetryPolicy(jitter=dg.Jitter.FULL)  # expect: retry-policy-delay

defs = dg.Definitions()
