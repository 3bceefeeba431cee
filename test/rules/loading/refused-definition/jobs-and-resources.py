import dagster as dg

@dg.op
def load(rows: int): ...

@dg.graph
def loading(rows: int):
    load(rows)

unknown_input = loading.to_job(name="a", input_values={"row": 1})  # expect: refused-definition
unknown_op = loading.to_job(name="b", op_selection=["store"])  # expect: refused-definition
known = loading.to_job(name="c", input_values={"rows": 1}, op_selection=["*load"])

shop = dg.ResourceDefinition.hardcoded_resource(1)

@dg.asset(resource_defs={"shop": shop})
def orders(): ...

@dg.asset(required_resource_keys={"shop"})
def customers(): ...

bound_twice = dg.with_resources([orders], {"shop": shop})  # expect: refused-definition
no_config = dg.with_resources([customers], {"shop": shop}, resource_config_by_key={"shop": {"url": "x"}})  # expect: refused-definition
bound = dg.with_resources([customers], {"shop": shop}, resource_config_by_key={"shop": {"config": {}}})

everything = dg.AssetSelection.all()
with_asset = everything & orders  # expect: refused-definition
two_equals = dg.AssetSelection.tag_string("a=b=c")  # expect: refused-definition
uncalled = dg.AutomationCondition.eager() & dg.AutomationCondition.missing  # expect: refused-definition

defs = dg.Definitions()
