from dagster import AssetSelection, AutoMaterializePolicy, AutomationCondition, DailyPartitionsDefinition, Definitions, asset
from dagster import AutomationCondition as AC
import datetime

days = DailyPartitionsDefinition("2024-01-01")


def at_night():
    return AC.cron_tick_passed("0 2 * * *", "Europe/Oslo").since(AC.newly_updated())


weekdays = AC.on_cron("0 6 * * 1-5", cron_timezone="America/Chicago")
CONDITIONS = {
    "eager": AutomationCondition.eager(),
    "hourly": AutomationCondition.on_cron("@hourly"),
    "weekdays": weekdays,
    "on_missing": AC.on_missing(),
    "any_downstream": AC.any_downstream_conditions(),
    "missing_and_quiet": AC.missing() & ~AC.in_progress(),
    "either": AC.eager() | AC.on_cron("0 9 * * *"),
    "negated": ~AC.any_deps_missing(),
    "since_update": at_night(),
    "newly_true": AC.missing().newly_true(),
    "labelled": (AC.missing() & AC.in_latest_time_window()).with_label("missing in the latest window"),
    "any_deps": AC.any_deps_match(AC.newly_updated().with_label("fresh parent")),
    "all_deps": AC.all_deps_match(AC.in_latest_time_window(lookback_delta=datetime.timedelta(days=2))),
    "without_parents": AC.eager().without(AC.in_latest_time_window()),
    "replaced": AC.eager().replace("newly_updated", AC.code_version_changed()),
    "allowing": AC.eager().allow(AssetSelection.groups("fast")),
    "ignoring": AC.on_cron("@daily").ignore(AssetSelection.assets("eager")),
    "checks_passed": AC.all_deps_blocking_checks_passed(),
    "deps_updated_since_cron": AC.all_deps_updated_since_cron("@weekly"),
    "last_handled": AC.newly_updated().since_last_handled(),
    "requested": AC.newly_requested() | AC.execution_failed() | AC.backfill_in_progress() | AC.initial_evaluation() | AC.will_be_requested() | AC.data_version_changed(),
}


def automated(name, condition):
    @asset(name=name, automation_condition=condition, partitions_def=days if name in ("labelled", "all_deps") else None, group_name="fast" if len(name) < 8 else None)
    def _asset(): ...

    return _asset


@asset(auto_materialize_policy=AutoMaterializePolicy.eager())
def old_policy(eager): ...


@asset(auto_materialize_policy=AutoMaterializePolicy.lazy(max_materializations_per_minute=None))
def old_lazy_policy(eager): ...


defs = Definitions(assets=[*(automated(n, c) for n, c in CONDITIONS.items()), old_policy, old_lazy_policy])
