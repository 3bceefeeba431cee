import dagster as dg
from dagster import asset, multi_asset_check


@asset
def orders() -> None:
    try:
        ...
    except:
        print("cleaning up")
        raise


@asset
def customers() -> None:
    try:
        ...
    except BaseException as error:
        raise dg.Failure("customers") from error
    try:
        ...
    except Exception:
        ...


def factory(name):
    @asset(name=name)
    def made() -> None:
        for _ in range(3):
            try:
                ...
            except BaseException:  # expect: bare-except-in-asset
                ...

    return made


@multi_asset_check(specs=[dg.AssetCheckSpec("fresh", asset="orders")])
def fresh():
    try:
        ...
    except:  # expect: bare-except-in-asset
        ...


defs = dg.Definitions(assets=[orders, customers, factory("returns")], asset_checks=[fresh])
