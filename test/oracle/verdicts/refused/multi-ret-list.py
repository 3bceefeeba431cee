import dagster as dg
from typing import List
@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def m() -> List[int]: ...

defs = dg.Definitions(assets=[m])
