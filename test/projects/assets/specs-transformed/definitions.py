import dagster as dg

base = dg.AssetSpec("ledger", group_name="finance", tags={"source": "erp"}, kinds={"sap"}, owners=["team:finance"], metadata={"system": "S4"})

renamed = base.replace_attributes(key=dg.AssetKey(["archive", "ledger"]), group_name=..., description="The ledger of former years")
enriched = base.merge_attributes(
    deps=[renamed],
    tags={"pii": "no"},
    kinds={"table"},
    owners=["cfo@shop.example.com"],
    metadata={"owner_page": "https://intranet.example.com/ledger"},
).replace_attributes(key="ledger_enriched", automation_condition=dg.AutomationCondition.eager())
stored = base.with_io_manager_key("erp_io_manager").replace_attributes(key="ledger_stored")


@dg.multi_asset(specs=[enriched])
def enrich():
    ...


@dg.asset
def balance(ledger, ledger_stored):
    """What is left."""


defs = dg.Definitions(
    assets=[base, renamed, enrich, stored, balance],
    resources={"erp_io_manager": dg.mem_io_manager},
)
