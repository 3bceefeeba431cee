from typing import Iterator

import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def m() -> Iterator[dg.Output]: ...
defs = dg.Definitions(assets=[m])
