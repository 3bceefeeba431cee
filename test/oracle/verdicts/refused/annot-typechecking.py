from __future__ import annotations
from typing import TYPE_CHECKING
import dagster as dg
if TYPE_CHECKING:
    import pandas as pd
@dg.asset
def a() -> pd.DataFrame: ...

defs = dg.Definitions(assets=[a])
