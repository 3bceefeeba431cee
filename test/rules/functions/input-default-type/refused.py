import dagster as dg

LIMIT = 10


@dg.op
def load(limit: int = None): ...  # expect: input-default-type


@dg.op(ins={"rows": dg.In(str, default_value=1)})  # expect: input-default-type
def clean(rows): ...


@dg.op(ins={"rows": dg.In(dg.String)})
def store(rows=None): ...  # expect: input-default-type


@dg.op(ins={"start": dg.In(dg.Nothing, default_value=1)})  # expect: input-default-type
def wait(): ...


@dg.asset
def orders(share: float = 1): ...  # expect: input-default-type


@dg.asset_check(asset=orders)
def checked(context, orders: bool = 0): ...  # expect: input-default-type


@dg.graph
def pipeline(name: str = LIMIT):  # expect: input-default-type
    clean(name)


defs = dg.Definitions()
