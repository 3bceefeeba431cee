from dagster import AssetSpec, AutoMaterializePolicy as Policy, Definitions, LegacyFreshnessPolicy, asset

eager = Policy.eager()
kept = Policy.eager()
limited = Policy.eager(max_materializations_per_minute=5)
everything = [kept]


@asset(auto_materialize_policy=eager)  # expect: deprecated-argument
def orders() -> None:
    """The orders."""


@asset(auto_materialize_policy=Policy.lazy(), deps=[orders])  # expect: deprecated-argument
def revenue() -> None:
    """What they come to."""


@asset(auto_materialize_policy=kept, deps=[orders])  # expect: deprecated-argument
def returns() -> None:
    """Those that came back."""


@asset(auto_materialize_policy=limited, deps=[orders])  # expect: deprecated-argument
def margins() -> None:
    """What remains."""


customers = AssetSpec(
    "customers",
    auto_materialize_policy=eager,  # expect: deprecated-argument
    # every hour
    legacy_freshness_policy=LegacyFreshnessPolicy(maximum_lag_minutes=60),  # expect: deprecated-argument
)


defs = Definitions(assets=[orders, revenue, returns, margins, customers])
