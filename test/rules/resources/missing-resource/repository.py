import dagster as dg

@dg.asset(required_resource_keys={"shop"})
def orders(context): ...

@dg.asset(
    required_resource_keys={"mail"}  # expect: missing-resource
)
def letters(context): ...

@dg.resource(required_resource_keys={"connection"})
def unused(context): ...

@dg.repository
def sales():
    return [*dg.with_resources([orders], {"shop": dg.ResourceDefinition.hardcoded_resource(1)}), letters]
