import dagster as dg

@dg.asset(
    automation_condition=dg.AutomationCondition.any_deps_missing().allow("upstream"),  # expect: wrong-argument-type
)
def orders(): ...

@dg.asset(metadata={1: "first"})  # expect: wrong-argument-type
def customers(): ...

by_group = dg.AssetSelection.groups(["sales"])  # expect: wrong-argument-type
labelled = dg.AutomationCondition.eager().with_label(1)  # expect: wrong-argument-type
table = dg.MetadataValue.asset("orders")  # expect: wrong-argument-type

@dg.op(ins={"rows": dg.In(1)})  # expect: wrong-argument-type
def clean(rows): ...

defs = dg.Definitions(assets=[orders, customers])
