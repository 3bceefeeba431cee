from dagster import AssetKey, AssetSelection, AssetSpec, Definitions, asset, define_asset_job, multi_asset

erp = AssetSpec(["erp", "orders"], group_name="erp", kinds={"sap"})


@asset(key_prefix="raw", deps=[erp], group_name="raw", owners=["team:ingest"], tags={"tier": "bronze"}, kinds={"s3"})
def orders(): ...


@asset(key_prefix="raw", group_name="raw", owners=["eva@shop.example.com"], tags={"tier": "bronze", "pii": "yes"})
def customers(): ...


@multi_asset(
    specs=[
        AssetSpec("orders_clean", deps=[AssetKey(["raw", "orders"])], group_name="clean", tags={"tier": "silver"}),
        AssetSpec("orders_rejected", deps=[AssetKey(["raw", "orders"])], group_name="clean"),
    ],
    can_subset=True,
)
def clean(): ...


@multi_asset(specs=[AssetSpec("debits", group_name="ledger"), AssetSpec("credits", group_name="ledger")])
def ledger(): ...


@asset(deps=["orders_clean", AssetKey(["raw", "customers"])], group_name="mart", kinds={"duckdb"}, tags={"tier": "gold"})
def revenue(): ...


@asset(deps=[revenue], group_name="mart")
def revenue_report(): ...


@asset(deps=["orders_rejected"], group_name="quality")
def reject_report(): ...


raw = AssetSelection.groups("raw")
mart = AssetSelection.groups("mart", "quality")
SELECTIONS = {
    "all_of_it": AssetSelection.all(),
    "all_with_sources": AssetSelection.all(include_sources=False) - AssetSelection.groups("quality"),
    "by_assets": AssetSelection.assets(orders, "revenue", AssetKey("reject_report")),
    "by_keys": AssetSelection.keys("revenue", ["raw", "customers"], AssetKey(["raw", "orders"])),
    "by_tag": AssetSelection.tag("tier", "bronze"),
    "by_tag_string": AssetSelection.tag_string("tier=silver"),
    "by_kind": AssetSelection.kind("duckdb") | AssetSelection.kind("s3"),
    "by_owner": AssetSelection.owner("team:ingest"),
    "by_prefix": AssetSelection.key_prefixes("raw"),
    "by_prefix_list": AssetSelection.key_prefixes(["raw"], include_sources=False),
    "by_substring": AssetSelection.key_substring("report"),
    "downstream_of_orders": AssetSelection.assets(orders).downstream(),
    "one_step_down": AssetSelection.assets(orders).downstream(depth=1, include_self=False),
    "upstream_of_report": AssetSelection.assets(revenue_report).upstream(),
    "near_report": AssetSelection.assets(revenue_report).upstream(depth=1),
    "roots": AssetSelection.all().roots(),
    "sinks": (raw | AssetSelection.groups("clean")).sinks(),
    "neighbours": AssetSelection.assets("debits").required_multi_asset_neighbors(),
    "materializable": AssetSelection.assets(revenue).upstream().materializable(),
    "intersection": AssetSelection.assets(orders).downstream() & mart,
    "difference": AssetSelection.all() - raw - AssetSelection.assets("reject_report"),
    "bare_all": "*",
    "sources": (AssetSelection.groups("clean") | AssetSelection.assets(revenue)).sources(),
    "external_parents": AssetSelection.assets(revenue_report) | (AssetSelection.assets(orders).upstream_source_assets() & AssetSelection.all()),
}

jobs = [define_asset_job(f"job_{name}", selection=selection) for name, selection in SELECTIONS.items()]
defs = Definitions(assets=[erp, orders, customers, clean, ledger, revenue, revenue_report, reject_report], jobs=jobs)
