import dagster as dg

@dg.failure_hook
def tell_the_team(message): ...  # expect: hook-signature

@dg.success_hook(required_resource_keys={"slack"})
def nothing(): ...  # expect: hook-signature

defs = dg.Definitions()
