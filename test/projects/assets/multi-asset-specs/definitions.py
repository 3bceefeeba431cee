import dagster as dg

TABLES = ("customers", "addresses", "loyalty_cards")

crm_specs = [
    dg.AssetSpec(
        key=["crm", table],
        group_name="crm",
        description=f"Copy of the CRM's {table.replace('_', ' ')}",
        kinds={"postgres"},
        deps=[f"source_{table}"],
        skippable=table == "loyalty_cards",
    )
    for table in TABLES
]


@dg.multi_asset(specs=crm_specs, can_subset=True, name="copy_crm", pool="crm")
def crm(context: dg.AssetExecutionContext):
    for key in context.selected_asset_keys:
        yield dg.MaterializeResult(asset_key=key)


@dg.multi_asset(
    specs=[
        dg.AssetSpec("segments", deps=[spec.key for spec in crm_specs]),
        dg.AssetSpec("segment_sizes", deps=["segments"], owners=["crm@shop.example.com"], code_version="v1"),
    ],
    group_name="marketing",
    retry_policy=dg.RetryPolicy(max_retries=2),
)
def segmentation():
    yield from ()


@dg.asset(deps=[segmentation])
def campaign(): ...


@dg.asset(deps=[*crm.keys])
def crm_backup(): ...


defs = dg.Definitions(assets=[crm, segmentation, campaign, crm_backup])
