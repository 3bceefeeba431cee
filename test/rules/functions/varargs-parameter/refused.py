import dagster as dg

def plain_wrapper(fn):
    def wrapper(*args, **kwargs):  # expect: varargs-parameter
        return fn(*args, **kwargs)

    return wrapper

@dg.asset
def orders(*upstream): ...  # expect: varargs-parameter

@dg.op
def step(context, *rows): ...  # expect: varargs-parameter

@dg.asset
@plain_wrapper
def refunds(context): ...

defs = dg.Definitions(assets=[orders])
