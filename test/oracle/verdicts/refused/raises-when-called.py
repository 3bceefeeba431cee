import dagster as dg

def make(kind):
    if kind not in {"daily", "hourly"}:
        raise ValueError(f"unknown kind {kind}")
    return kind
KIND = make("weekly")
defs = dg.Definitions()
