import dagster as dg
from typing import Iterator
@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def m() -> Iterator[dg.MaterializeResult]: yield

defs = dg.Definitions(assets=[m])
