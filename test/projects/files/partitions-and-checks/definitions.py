import yaml, dagster as dg, datetime
conf = yaml.safe_load(open(dg.file_relative_path(__file__, "c.yaml")))
PARTS = {"daily": dg.DailyPartitionsDefinition, "monthly": dg.MonthlyPartitionsDefinition}
def mk(name, c):
    p = c.get("partitions")
    pd = PARTS[p["type"]](start_date=p["start"].strftime("%Y-%m-%d") if isinstance(p["start"], datetime.date) else p["start"]) if p else None
    @dg.asset(name=name, partitions_def=pd, check_specs=[dg.AssetCheckSpec(name=k["name"], asset=name, blocking=k.get("blocking", False)) for k in c.get("checks", [])], retry_policy=dg.RetryPolicy(**c["retry"]) if "retry" in c else None, pool=c.get("pool"), automation_condition=getattr(dg.AutomationCondition, c["auto"])() if "auto" in c else None, backfill_policy=dg.BackfillPolicy.single_run() if c.get("single") else None)
    def f(): ...
    return f
defs = dg.Definitions(assets=[mk(n, c or {}) for n, c in conf.items()])
