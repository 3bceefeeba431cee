import functools

import dagster as dg

def wraps(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)

    return wrapper

@dg.asset
@wraps
def orders(): ...

@dg.asset
def refunds(**kwargs): ...

defs = dg.Definitions(assets=[orders, refunds])
