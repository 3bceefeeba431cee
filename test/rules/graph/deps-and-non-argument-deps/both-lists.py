from dagster import Definitions, asset


@asset
def orders(): ...


@asset
def customers(): ...


@asset(
    deps=[orders],  # the newer one
    non_argument_deps={"customers"},  # expect: deps-and-non-argument-deps
)
def revenue(): ...


defs = Definitions(assets=[orders, customers, revenue])
