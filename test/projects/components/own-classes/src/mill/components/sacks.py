import dagster as dg


class SackJobs(dg.Component, dg.Resolvable):
    def __init__(self, job_name: str, cron_schedule: str, selection: str, asset_keys: list[str] | None = None):
        self.job_name = job_name
        self.cron_schedule = cron_schedule
        self.selection = selection
        self.asset_keys = asset_keys

    def build_defs(self, context: dg.ComponentLoadContext) -> dg.Definitions:
        job = dg.define_asset_job(self.job_name, selection=self.asset_keys or self.selection)
        schedule = dg.ScheduleDefinition(job=job, cron_schedule=self.cron_schedule, default_status=dg.DefaultScheduleStatus.RUNNING)
        return dg.Definitions(jobs=[job], schedules=[schedule])


class Plain(dg.Component):
    """Takes no attributes."""

    def build_defs(self, context):
        below = context.build_defs("flour")
        names = sorted(spec.key.path[-1] for spec in (a if isinstance(a, dg.AssetSpec) else a.get_asset_spec() for a in below.assets) if len(spec.key.path) == 3)

        @dg.asset(name="sacks_of_" + "_and_".join(names), deps=[dg.AssetKey(["north", "flour", name]) for name in names])
        def sacks(): ...

        return dg.Definitions(assets=[sacks])


class Labelled(dg.FunctionComponent):
    """A subclass of a built-in component."""

    label: str = "none"

    def build_defs(self, context):
        return super().build_defs(context).map_asset_specs(func=lambda spec: spec.merge_attributes(tags={"label": self.label}))
