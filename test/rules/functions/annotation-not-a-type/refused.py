import dagster as dg

COLUMNS = [int]


@dg.asset
def raw() -> [int]: ...  # expect: annotation-not-a-type


@dg.asset
def orders(raw: COLUMNS): ...  # expect: annotation-not-a-type


@dg.asset
def refunds() -> (int, str): ...  # expect: annotation-not-a-type


@dg.op(out=dg.Out(description="rows"))
def load() -> {"rows": int}: ...  # expect: annotation-not-a-type


@dg.op
def clean(rows: 5): ...  # expect: annotation-not-a-type


defs = dg.Definitions(assets=[raw, orders])
