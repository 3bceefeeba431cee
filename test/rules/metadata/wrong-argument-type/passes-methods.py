import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.any_deps_missing().allow(dg.AssetSelection.assets("customers")))
def orders(): ...

@dg.asset(metadata={"first": 1, "link": dg.MetadataValue.asset(dg.AssetKey("orders"))})
def customers(): ...

by_group = dg.AssetSelection.groups("sales", "finance") | dg.AssetSelection.assets(orders, "customers")
labelled = dg.AutomationCondition.eager().with_label("eager")

@dg.op(ins={"rows": dg.In(int), "others": dg.In(dagster_type=dg.List[str])})
def clean(rows, others): ...

defs = dg.Definitions(assets=[orders, customers])
