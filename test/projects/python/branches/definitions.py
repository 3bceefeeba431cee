from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import dagster as dg

try:
    import ujson_that_is_not_installed as json
except ImportError:
    import json

try:
    from settings_local import OVERRIDES
except ModuleNotFoundError:
    OVERRIDES = {}
else:
    OVERRIDES = dict(OVERRIDES)
finally:
    LOADED = True

if TYPE_CHECKING:
    from collections.abc import Sequence

    HIDDEN = dg.AssetSpec("never_at_run_time")


def partitions(kind: Any):
    match kind:
        case "day" | "daily":
            return dg.DailyPartitionsDefinition("2024-01-01")
        case {"static": [first, *rest]} if rest:
            return dg.StaticPartitionsDefinition([first, *rest])
        case ("dynamic", str() as name):
            return dg.DynamicPartitionsDefinition(name=name)
        case None:
            return None
        case _:
            raise ValueError(kind)


def group(name: str) -> str | None:
    if not name:
        return None
    for prefix, label in (("ord", "orders"), ("cust", "crm")):
        if name.startswith(prefix):
            return label
    return "other"


def parse(text: str) -> dict:
    try:
        return json.loads(text)
    except ValueError:
        return {"name": text}


def attempt(mapping, *keys):
    for key in keys:
        with contextlib.suppress(KeyError):
            return mapping[key]
    return "fallback"


@contextlib.contextmanager
def naming(prefix):
    yield lambda name: f"{prefix}_{name}"


KINDS = {"orders": "day", "order_regions": {"static": ["eu", "us"]}, "customers": ("dynamic", "customers"), "rates": None}
assets = []
for name, kind in KINDS.items():
    if (definition := partitions(kind)) is not None and not isinstance(definition, dg.DynamicPartitionsDefinition):
        label = "windows" if isinstance(definition, dg.TimeWindowPartitionsDefinition) else "keys"
    elif definition:
        label = "dynamic"
    else:
        label = OVERRIDES.get(name) or "none"

    @dg.asset(name=name, partitions_def=definition, group_name=group(name), tags={"partitions": label})
    def _asset(): ...

    assets.append(_asset)

with naming("nightly") as named:
    job = dg.define_asset_job(named("rates"), "rates")

config = parse('{"name": "parsed"}')
assert LOADED and (config or parse("x"))["name"] == "parsed", "the settings were read"
parsed = [dg.AssetSpec(parse(text)["name"]) for text in ('{"name": "from_json"}', "not json")  if " " not in parse(text)["name"]]


@dg.asset(name=attempt({"b": "found_by_attempt"}, "a", "b"), group_name=None or "misc", deps=assets[0:1] and assets[-1:])
def attempted(context): ...


defs = dg.Definitions(assets=[*assets, *parsed, attempted], jobs=[job])
