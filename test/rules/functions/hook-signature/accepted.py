import dagster as dg

@dg.failure_hook
def tell_the_team(context): ...

@dg.success_hook(name="fine")
def fine(_context: dg.HookContext): ...

defs = dg.Definitions()
