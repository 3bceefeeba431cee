import dagster as dg


@dg.asset(
    compute_kind="pandas",
    auto_materialize_policy=dg.AutoMaterializePolicy.eager(),
    non_argument_deps={"customers"},  # expect: deprecated-argument
)
def orders() -> None:
    """The orders."""


defs = dg.Definitions(assets=[orders, dg.SourceAsset("customers")])
