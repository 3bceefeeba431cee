import dagster as dg

@dg.op(tags={"regions": ["eu", "us"], "limits": {"cpu": 1.5, "burst": True, "none": None}, "text": "a b"})
def load(): ...

@dg.job(tags={"dagster-k8s/config": {"container_config": {"resources": {"requests": {"cpu": "250m"}}}}})
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
