from typing import Any, Iterator, Tuple

import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def several() -> Tuple[int, str]: ...

@dg.multi_asset(outs={"c": dg.AssetOut()})
def one() -> int: ...

@dg.multi_asset(outs={"d": dg.AssetOut(), "e": dg.AssetOut()})
def untyped(): ...

@dg.multi_asset(specs=[dg.AssetSpec("f"), dg.AssetSpec("g")])
def specs() -> Iterator[dg.MaterializeResult]:
    yield dg.MaterializeResult(asset_key="f")
    yield dg.MaterializeResult(asset_key="g")

@dg.multi_asset(outs={"h": dg.AssetOut(), "i": dg.AssetOut()})
def results() -> dg.MaterializeResult: ...

defs = dg.Definitions(assets=[several, one, untyped, specs, results])
