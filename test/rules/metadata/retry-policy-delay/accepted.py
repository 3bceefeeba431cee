import dagster as dg

both = dg.RetryPolicy(3, 0.5, dg.Backoff.LINEAR, dg.Jitter.PLUS_MINUS)
none = dg.RetryPolicy(max_retries=3)

defs = dg.Definitions()
