import functools
from functools import lru_cache, partial, reduce
from operator import add

import dagster as dg

gold_asset = partial(dg.asset, group_name="gold", kinds={"duckdb"}, owners=["team:gold"])
defaults = {"retry_policy": dg.RetryPolicy(max_retries=2), "group_name": "silver"}


@gold_asset
def revenue(): ...


@gold_asset(name="margin", deps=[revenue])
def _margin(): ...


@dg.asset(**defaults, **{"tags": {"tier": "2"}})
def orders(): ...


@dg.asset(**{**defaults, "group_name": "bronze"})
def clicks(): ...


def pipeline(name, *stages, prefix=("etl",), suffix=None, **asset_arguments):
    def stage(previous, label):
        key = [*prefix, name, label if suffix is None else f"{label}_{suffix}"]

        @dg.asset(key=key, deps=[previous[-1]] if previous else [], **asset_arguments)
        def _stage(): ...

        return previous + [_stage]

    return reduce(stage, stages, [])


@lru_cache(maxsize=None)
def partitions(year):
    return dg.DailyPartitionsDefinition(start_date=f"{year}-01-01")


@functools.cache
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def chain_of(length, made=None):
    made = made or []
    if length == 0:
        return made
    return chain_of(length - 1, [*made, dg.AssetSpec(f"link_{length}", deps=made[-1:])])


def counter():
    count = 0

    def bump(name):
        nonlocal count
        count += 1
        return f"{count}_{name}"

    return bump


number = counter()
numbered = [dg.AssetSpec(f"numbered_{number(name)}") for name in ("first", "second")]
by_lambda = (lambda prefix, names: [dg.AssetSpec([prefix, n]) for n in names])("lambda", names=filter(None, ["a", "", "b"]))
mapped = list(map(lambda pair: dg.AssetSpec(f"{pair[0]}_{pair[1]}"), zip("xy", map(str, (1, 2)))))

defs = dg.Definitions(
    assets=reduce(
        add,
        [
            [revenue, _margin, orders, clicks],
            pipeline("orders", "extract", "load", "publish", owners=["team:etl"]),
            pipeline("visits", "extract", suffix="v2", prefix=[], partitions_def=partitions(2024)),
            chain_of(3),
            numbered,
            by_lambda,
            mapped,
            [dg.AssetSpec(f"fib_{fibonacci(20)}")],
        ],
    )
)
