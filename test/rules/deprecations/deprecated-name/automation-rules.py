import dagster as dg


@dg.asset(
    automation_condition=dg.AutoMaterializePolicy.eager()  # expect: deprecated-name
    .with_rules(dg.AutoMaterializeRule.materialize_on_cron("@daily"))  # expect: deprecated-name
    .to_automation_condition()
)
def orders(): ...


defs = dg.Definitions(assets=[orders])
