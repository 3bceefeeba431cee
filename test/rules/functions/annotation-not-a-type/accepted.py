from typing import Optional

import dagster as dg


@dg.asset
def raw() -> list[int]:
    return [1]


@dg.asset(dagster_type=list)
def typed() -> [int]:
    return [1]


@dg.asset(ins={"raw": dg.AssetIn(dagster_type=list)})
def orders(raw: [int]) -> Optional[tuple[int, str]]: ...


@dg.op(out=dg.Out(list))
def load() -> [int]: ...


@dg.op
def clean(rows: "list[int]") -> None: ...


@dg.asset_check(asset=raw)
def has_rows() -> [int]: ...


defs = dg.Definitions(assets=[raw, typed, orders], asset_checks=[has_rows])
