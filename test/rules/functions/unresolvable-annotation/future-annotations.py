from __future__ import annotations

from typing import TYPE_CHECKING

import dagster as dg

if TYPE_CHECKING:
    from pandas import DataFrame

@dg.asset
def orders() -> DataFrame: ...  # expect: unresolvable-annotation

defs = dg.Definitions(assets=[orders])
