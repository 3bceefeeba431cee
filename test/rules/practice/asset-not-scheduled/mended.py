import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
