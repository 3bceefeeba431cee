"""Writes src/rules/facts/arguments/accepted-types.generated.ts: which types Dagster takes for each parameter of its callables, found by trying.

  python test/oracle/record_accepted_types.py > src/rules/facts/arguments/accepted-types.generated.ts
Needs an environment with dagster installed. Each parameter of each callable is given a value of every type, with arguments that
are right otherwise. What raises an error about types (not one about contents) is refused. A container counts as taken when any of several
contents is; what it may hold is asked for each type of member.
"""

import datetime
import inspect
import json
import logging
import pathlib
import re
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
import dagster as dg  # noqa: E402
from dagster._check import CheckError  # noqa: E402
from dagster._core.errors import DagsterError  # noqa: E402
from pydantic import ValidationError  # noqa: E402

ABOUT_TYPES = (TypeError, AttributeError, CheckError, ValidationError)
# How Python, pydantic and Dagster's checks say that a value is of the wrong type.
SAYS_TYPE = re.compile(
    r"is not (?:a |an |one of|callable)|mismatche|not iterable|an iterable, not|has no attribute|callable object|Unexpected type|"
    r"expected string|argument \d+ must be|not a mapping|has no len|Invalid target passed|not subscriptable|unhashable|Input should be|"
    r"must be either an|Unexpected value for|Expected either a"
)
# The same in errors that are about contents otherwise.
DAGSTER_SAYS_TYPE = re.compile(r"dagster_type must be an instance of|selection argument must be one of|Attempted to pass .* to a Field|to a known type\. Its type was")


class Plain:
    pass


def function():
    return None


def function_of_context(context):
    return None


@dg.asset
def some_asset():
    return 1


@dg.op
def some_op():
    return 1


@dg.graph
def some_graph():
    some_op()


@dg.job
def some_job():
    some_op()


@dg.sensor()
def some_sensor():
    return None


@dg.asset_check(asset="some_asset")
def some_check():
    return dg.AssetCheckResult(passed=True)


class SomeResource(dg.ConfigurableResource):
    pass


ASSET_JOB = dg.define_asset_job("some_asset_job")
OBJECTS = {
    "AssetKey": dg.AssetKey("some"),
    "AssetSpec": dg.AssetSpec("some"),
    "AssetsDefinition": some_asset,
    "SourceAsset": dg.SourceAsset("some"),
    "AssetSelection": dg.AssetSelection.all(),
    "AutoMaterializePolicy": dg.AutoMaterializePolicy.eager(),
    "AutomationCondition": dg.AutomationCondition.eager(),
    "BackfillPolicy": dg.BackfillPolicy.single_run(),
    "RetryPolicy": dg.RetryPolicy(),
    "FreshnessPolicy": dg.FreshnessPolicy.cron(deadline_cron="0 9 * * *", lower_bound_delta=__import__("datetime").timedelta(hours=1)),
    "DailyPartitionsDefinition": dg.DailyPartitionsDefinition("2024-01-01"),
    "StaticPartitionsDefinition": dg.StaticPartitionsDefinition(["x"]),
    "JobDefinition": some_job,
    "UnresolvedAssetJobDefinition": ASSET_JOB,
    "SensorDefinition": some_sensor,
    "OpDefinition": some_op,
    "EnvVar": dg.EnvVar("SOME"),
    "LegacyFreshnessPolicy": dg.LegacyFreshnessPolicy(maximum_lag_minutes=1),
    "AssetIn": dg.AssetIn(),
    "AssetOut": dg.AssetOut(),
    "AssetDep": dg.AssetDep("some"),
    "In": dg.In(),
    "Out": dg.Out(),
    "AssetChecksDefinition": some_check,
    "ScheduleDefinition": dg.ScheduleDefinition(name="some", cron_schedule="@daily", job=some_job),
    "GraphDefinition": some_graph,
    "ConfigurableResource": SomeResource(),
    "DefaultScheduleStatus": dg.DefaultScheduleStatus.RUNNING,
    "DefaultSensorStatus": dg.DefaultSensorStatus.RUNNING,
    "DynamicPartitionsDefinition": dg.DynamicPartitionsDefinition(name="some"),
    "MultiPartitionsDefinition": dg.MultiPartitionsDefinition({"x": dg.StaticPartitionsDefinition(["x"]), "y": dg.StaticPartitionsDefinition(["y"])}),
    "AllPartitionMapping": dg.AllPartitionMapping(),
    "AssetCheckSpec": dg.AssetCheckSpec("some", asset="some"),
    "AssetCheckKey": dg.AssetCheckKey(dg.AssetKey("some"), "some"),
    "GraphIn": dg.GraphIn(),
    "GraphOut": dg.GraphOut(),
    "RunConfig": dg.RunConfig(),
    "HookDefinition": dg.success_hook(function_of_context),
    "ResourceDefinition": dg.ResourceDefinition.hardcoded_resource(1),
    "FilesystemIOManager": dg.FilesystemIOManager(),
    "TableSchema": dg.TableSchema([]),
    "TableColumn": dg.TableColumn("some"),
    "TableColumnConstraints": dg.TableColumnConstraints(),
    "TableConstraints": dg.TableConstraints(other=[]),
    "TableColumnDep": dg.TableColumnDep(dg.AssetKey("some"), "some"),
    "TableColumnLineage": dg.TableColumnLineage({}),
    "TableRecord": dg.TableRecord({"some": 1}),
    "Backoff": dg.Backoff.LINEAR,
    "Jitter": dg.Jitter.FULL,
    "AssetCheckSeverity": dg.AssetCheckSeverity.WARN,
    "DagsterRunStatus": dg.DagsterRunStatus.SUCCESS,
}
SCALARS = {
    "none": [None],
    "str": ["text", "@daily", "2024-01-01", "*", "UTC", "some_asset", "0 0 * * *"],
    "int": [1, 30],
    "float": [1.5],
    "bool": [True],
    "function": [function, lambda context: None, lambda context, asset_event: None],
    "class": [Plain, dg.DailyPartitionsDefinition, dict],
    "instance": [Plain()],
    "bytes": [b"text"],
    "builtins.object": [object()],
    "module": [json],
    "datetime.timedelta": [datetime.timedelta(hours=1)],
    "datetime.date": [datetime.date(2024, 1, 1)],
    "datetime.datetime": [datetime.datetime(2024, 1, 1), datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)],
    "pathlib.Path": [pathlib.Path("text")],
    **{f"dagster.{name}": [value] for name, value in OBJECTS.items()},
}
MEMBERS = ["none", "str", "int", "float", "bool", "function", "class", "instance", "dagster.AssetKey", "dagster.AssetSpec", "dagster.AssetsDefinition", "dagster.JobDefinition", "dagster.AssetIn", "dagster.AssetOut", "dagster.In", "dagster.Out", "dagster.AssetDep", "dagster.AssetCheckSpec", "dagster.TableColumn", "dagster.TableColumnDep", "dagster.TableRecord", "bytes", "builtins.object", "datetime.date", "datetime.timedelta", "list", "tuple", "set", "dict"]
# What is held by a container within one.
HELD = [1, "text", *OBJECTS.values()]
NESTED = {
    "list": [[], *([value] for value in HELD)],
    "tuple": [(), *((value,) for value in HELD)],
    "set": [{1}, {"text"}, {OBJECTS["AssetKey"]}],
    "dict": [{}, *({"some": value} for value in HELD)],
}
EMPTY = {"str": "", "int": 0, "float": 0.0, "bool": False, "list": [], "tuple": (), "set": set(), "dict": {}}
VALUES = {**SCALARS, **NESTED}
# Beside the containers: what a dict may not have as a key.
KEYS = "dict key"
CONTAINERS = {
    "list": lambda items: list(items),
    "tuple": lambda items: tuple(items),
    "set": lambda items: set(items),
    "dict": lambda items: {"some": item for item in items},
    "iterator": lambda items: (item for item in items),
}


def applied(decorator, fn):
    return lambda **given: decorator(**given)(fn)


def fn(context):
    return None


def event_fn(context, asset_event):
    return None


def keyword_fn(context, **_):
    return None


def op_graph():
    return some_op()


def op_graph_of_many():
    return {"some": some_op()}


def plain(callable_, **given):
    """Called as it is, with the arguments that it needs."""
    return callable_, given, callable_


def of_class(cls, **given):
    """The signature of some classes is known once there is an instance."""
    cls(**given)
    return cls, given, cls.__new__ if "__new__" in vars(cls) else cls.__init__


CONDITION = dg.AutomationCondition.eager()
SPECS = {"specs": [dg.AssetSpec("some")]}
CRON = {"cron_schedule": "@daily"}
CALLABLES = {
    "asset": (applied(dg.asset, keyword_fn), {}, dg.asset),
    "multi_asset": (applied(dg.multi_asset, keyword_fn), SPECS, dg.multi_asset),
    "graph_asset": (applied(dg.graph_asset, op_graph), {}, dg.graph_asset),
    "observable_source_asset": (applied(dg.observable_source_asset, fn), {}, dg.observable_source_asset),
    "multi_observable_source_asset": (applied(dg.multi_observable_source_asset, fn), SPECS, dg.multi_observable_source_asset),
    "op": (applied(dg.op, keyword_fn), {}, dg.op),
    "graph": (applied(dg.graph, function), {}, dg.graph),
    "job": (applied(dg.job, function), {}, dg.job),
    "asset_check": (applied(dg.asset_check, keyword_fn), {"asset": "some"}, dg.asset_check),
    "multi_asset_check": (applied(dg.multi_asset_check, fn), {"specs": [dg.AssetCheckSpec("some", asset="some")]}, dg.multi_asset_check),
    "schedule": (applied(dg.schedule, fn), {**CRON, "job_name": "some"}, dg.schedule),
    "sensor": (applied(dg.sensor, fn), {}, dg.sensor),
    "asset_sensor": (applied(dg.asset_sensor, event_fn), {"asset_key": dg.AssetKey("some")}, dg.asset_sensor),
    "multi_asset_sensor": (applied(dg.multi_asset_sensor, fn), {"monitored_assets": [dg.AssetKey("some")]}, dg.multi_asset_sensor),
    "run_status_sensor": (applied(dg.run_status_sensor, fn), {"run_status": dg.DagsterRunStatus.SUCCESS}, dg.run_status_sensor),
    "run_failure_sensor": (applied(dg.run_failure_sensor, fn), {}, dg.run_failure_sensor),
    "resource": (applied(dg.resource, fn), {}, dg.resource),
    "io_manager": (applied(dg.io_manager, fn), {}, dg.io_manager),
    "success_hook": (applied(dg.success_hook, fn), {}, dg.success_hook),
    "failure_hook": (applied(dg.failure_hook, fn), {}, dg.failure_hook),
    "AssetSpec": (dg.AssetSpec, {"key": "some"}, dg.AssetSpec.__new__),
    "AssetSpec.replace_attributes": (dg.AssetSpec("some").replace_attributes, {}, dg.AssetSpec("some").replace_attributes),
    "AssetSpec.merge_attributes": (dg.AssetSpec("some").merge_attributes, {}, dg.AssetSpec("some").merge_attributes),
    "AssetOut": (lambda **given: dg.multi_asset(name="some", outs={"some": dg.AssetOut(**given)})(function), {}, dg.AssetOut.__init__),
    "AssetIn": (dg.AssetIn, {}, dg.AssetIn.__new__),
    "AssetDep": (dg.AssetDep, {"asset": "some"}, dg.AssetDep.__new__),
    "AssetKey": (dg.AssetKey, {"path": "some"}, dg.AssetKey),
    "AssetSelection.kind": (dg.AssetSelection.kind, {"kind": "some"}, dg.AssetSelection.kind),
    "AssetSelection.owner": (dg.AssetSelection.owner, {"owner": "some"}, dg.AssetSelection.owner),
    "Definitions": (dg.Definitions, {}, lambda executor, loggers, metadata: None),
    "load_assets_from_modules": (dg.load_assets_from_modules, {"modules": []}, lambda modules: None),
    "with_resources": (dg.with_resources, {"definitions": [], "resource_defs": {}}, dg.with_resources),
    "AssetCheckSpec": (dg.AssetCheckSpec, {"name": "some", "asset": "some"}, dg.AssetCheckSpec.__new__),
    "SourceAsset": (dg.SourceAsset, {"key": "some"}, dg.SourceAsset.__init__),
    "In": (lambda **given: dg.op(name="some", ins={"some": dg.In(**given)})(lambda some: None), {}, dg.In.__new__),
    "Out": (lambda **given: dg.op(name="some", out=dg.Out(**given))(function), {}, dg.Out.__new__),
    "RetryPolicy": (dg.RetryPolicy, {"delay": 1}, dg.RetryPolicy.__new__),
    "BackfillPolicy.multi_run": (dg.BackfillPolicy.multi_run, {}, dg.BackfillPolicy.multi_run),
    "define_asset_job": (dg.define_asset_job, {"name": "some"}, dg.define_asset_job),
    "ScheduleDefinition": (dg.ScheduleDefinition, {"name": "some", "job_name": "some", **CRON}, dg.ScheduleDefinition.__init__),
    "SensorDefinition": (dg.SensorDefinition, {"name": "some", "evaluation_fn": fn}, dg.SensorDefinition.__init__),
    "AutomationConditionSensorDefinition": (dg.AutomationConditionSensorDefinition, {"name": "some", "target": "*"}, dg.AutomationConditionSensorDefinition.__init__),
    "build_schedule_from_partitioned_job": (dg.build_schedule_from_partitioned_job, {"job": dg.define_asset_job("some", partitions_def=OBJECTS["DailyPartitionsDefinition"])}, dg.build_schedule_from_partitioned_job),
    "DailyPartitionsDefinition": (dg.DailyPartitionsDefinition, {"start_date": "2024-01-01"}, dg.DailyPartitionsDefinition.__new__),
    "HourlyPartitionsDefinition": (dg.HourlyPartitionsDefinition, {"start_date": "2024-01-01-00:00"}, dg.HourlyPartitionsDefinition.__new__),
    "WeeklyPartitionsDefinition": (dg.WeeklyPartitionsDefinition, {"start_date": "2024-01-01"}, dg.WeeklyPartitionsDefinition.__new__),
    "MonthlyPartitionsDefinition": (dg.MonthlyPartitionsDefinition, {"start_date": "2024-01-01"}, dg.MonthlyPartitionsDefinition.__new__),
    "TimeWindowPartitionsDefinition": (dg.TimeWindowPartitionsDefinition, {"start": "2024-01-01", "fmt": "%Y-%m-%d", "cron_schedule": "0 0 * * *"}, dg.TimeWindowPartitionsDefinition.__new__),
    "StaticPartitionsDefinition": (dg.StaticPartitionsDefinition, {"partition_keys": ["x"]}, dg.StaticPartitionsDefinition.__init__),
    "DynamicPartitionsDefinition": (dg.DynamicPartitionsDefinition, {"name": "some"}, dg.DynamicPartitionsDefinition.__new__),
    "MultiPartitionsDefinition": (dg.MultiPartitionsDefinition, {"partitions_defs": {"x": OBJECTS["StaticPartitionsDefinition"], "y": OBJECTS["StaticPartitionsDefinition"]}}, dg.MultiPartitionsDefinition.__init__),
    "TimeWindowPartitionMapping": (dg.TimeWindowPartitionMapping, {}, dg.TimeWindowPartitionMapping.__new__),
    "AutomationCondition.on_cron": (dg.AutomationCondition.on_cron, {"cron_schedule": "@daily"}, dg.AutomationCondition.on_cron),
    "FreshnessPolicy.time_window": (dg.FreshnessPolicy.time_window, {"fail_window": __import__("datetime").timedelta(hours=1)}, dg.FreshnessPolicy.time_window),
    "AssetSelection.tag": (dg.AssetSelection.tag, {"key": "a", "value": "b"}, dg.AssetSelection.tag),
    **{
        f"MetadataValue.{name}": (getattr(dg.MetadataValue, name), given, getattr(dg.MetadataValue, name))
        for name, given in {
            "text": {"text": "some"},
            "url": {"url": "some"},
            "path": {"path": "some"},
            "notebook": {"path": "some"},
            "md": {"data": "some"},
            "float": {"value": 1.5},
            "int": {"value": 1},
            "bool": {"value": True},
            "timestamp": {"value": 1.5},
            "asset": {"asset_key": dg.AssetKey("some")},
            "job": {"job_name": "some", "location_name": "some"},
            "dagster_run": {"run_id": "some"},
            "table_schema": {"schema": dg.TableSchema(columns=[])},
            "table": {"records": [dg.TableRecord({"some": 1})]},
            "python_artifact": {"python_artifact": dict},
            "code_location_reconstruction": {"data": "some"},
            "pool": {"pool": "some"},
            "column_lineage": {"lineage": dg.TableColumnLineage({})},
        }.items()
    },
    **{
        f"{name}MetadataValue": of_class(getattr(dg, f"{name}MetadataValue"), **given)
        for name, given in {
            "Text": {"text": "some"},
            "Url": {"url": "some"},
            "Path": {"path": "some"},
            "Notebook": {"path": "some"},
            "Markdown": {"md_str": "some"},
            "Float": {"value": 1.5},
            "Int": {"value": 1},
            "Timestamp": {"value": 1.5},
            "Table": {"records": [dg.TableRecord({"some": 1})], "schema": dg.TableSchema(columns=[])},
            "TableSchema": {"schema": dg.TableSchema(columns=[])},
        }.items()
    },
    "TableConstraints": (dg.TableConstraints, {"other": []}, dg.TableConstraints.__new__),
    "AssetSpec.with_io_manager_key": (dg.AssetSpec("some").with_io_manager_key, {"io_manager_key": "some"}, dg.AssetSpec("some").with_io_manager_key),
    "TableColumn": (dg.TableColumn, {"name": "some"}, dg.TableColumn.__new__),
    "TableColumnConstraints": (dg.TableColumnConstraints, {}, dg.TableColumnConstraints.__new__),
    "TableSchema": (dg.TableSchema, {"columns": []}, dg.TableSchema.__new__),
    "TableRecord": (dg.TableRecord, {"data": {"some": 1}}, dg.TableRecord.__new__),
    "TableColumnDep": (dg.TableColumnDep, {"asset_key": dg.AssetKey("some"), "column_name": "some"}, dg.TableColumnDep.__new__),
    "TableColumnLineage": (dg.TableColumnLineage, {"deps_by_column": {}}, dg.TableColumnLineage.__new__),
    "AssetCheckKey": (dg.AssetCheckKey, {"asset_key": dg.AssetKey("some"), "name": "some"}, dg.AssetCheckKey.__new__),
    "AssetKey.with_prefix": (dg.AssetKey("some").with_prefix, {"prefix": "some"}, dg.AssetKey("some").with_prefix),
    "GraphIn": (dg.GraphIn, {}, dg.GraphIn.__new__),
    "GraphOut": (dg.GraphOut, {}, dg.GraphOut.__new__),
    "DynamicOut": (lambda **given: dg.op(name="some", out=dg.DynamicOut(**given))(function), {}, dg.DynamicOut.__new__),
    "BackfillPolicy": (dg.BackfillPolicy, {"max_partitions_per_run": 1}, dg.BackfillPolicy.__new__),
    "SpecificPartitionsPartitionMapping": (dg.SpecificPartitionsPartitionMapping, {"partition_keys": ["x"]}, dg.SpecificPartitionsPartitionMapping.__new__),
    "StaticPartitionMapping": (dg.StaticPartitionMapping, {"downstream_partition_keys_by_upstream_partition_key": {"x": "y"}}, dg.StaticPartitionMapping.__init__),
    "MultiToSingleDimensionPartitionMapping": (dg.MultiToSingleDimensionPartitionMapping, {"partition_dimension_name": "some"}, dg.MultiToSingleDimensionPartitionMapping.__new__),
    "MultiPartitionMapping": (dg.MultiPartitionMapping, {"downstream_mappings_by_upstream_dimension": {}}, dg.MultiPartitionMapping.__new__),
    "DimensionPartitionMapping": (dg.DimensionPartitionMapping, {"dimension_name": "some", "partition_mapping": dg.AllPartitionMapping()}, dg.DimensionPartitionMapping.__new__),
    "graph_multi_asset": (applied(dg.graph_multi_asset, op_graph_of_many), {"outs": {"some": dg.AssetOut()}}, dg.graph_multi_asset),
    "logger": (applied(dg.logger, fn), {}, dg.logger),
    "executor": (applied(dg.executor, fn), {}, dg.executor),
    "AutomationCondition.with_label": (CONDITION.with_label, {"label": "some"}, CONDITION.with_label),
    "AutomationCondition.allow": (dg.AutomationCondition.any_deps_missing().allow, {"selection": dg.AssetSelection.all()}, dg.AutomationCondition.any_deps_missing().allow),
    "AutomationCondition.ignore": (dg.AutomationCondition.any_deps_missing().ignore, {"selection": dg.AssetSelection.all()}, dg.AutomationCondition.any_deps_missing().ignore),
    "AutomationCondition.cron_tick_passed": (dg.AutomationCondition.cron_tick_passed, {"cron_schedule": "@daily"}, dg.AutomationCondition.cron_tick_passed),
    "AutomationCondition.in_latest_time_window": (dg.AutomationCondition.in_latest_time_window, {}, dg.AutomationCondition.in_latest_time_window),
    "FreshnessPolicy.cron": (dg.FreshnessPolicy.cron, {"deadline_cron": "0 9 * * *", "lower_bound_delta": __import__("datetime").timedelta(hours=1)}, dg.FreshnessPolicy.cron),
    "build_metadata_bounds_checks": (dg.build_metadata_bounds_checks, {"assets": ["some"], "metadata_key": "some", "min_value": 1}, dg.build_metadata_bounds_checks),
    "build_column_schema_change_checks": (dg.build_column_schema_change_checks, {"assets": ["some"]}, dg.build_column_schema_change_checks),
    "build_time_partition_freshness_checks": (dg.build_time_partition_freshness_checks, {"assets": ["some"], "deadline_cron": "@daily"}, dg.build_time_partition_freshness_checks),
    "RunConfig": (dg.RunConfig, {}, dg.RunConfig.__init__),
    "build_last_update_freshness_checks": (dg.build_last_update_freshness_checks, {"assets": ["some"], "lower_bound_delta": __import__("datetime").timedelta(hours=1)}, dg.build_last_update_freshness_checks),
}

def no_definitions():
    return []


ANY_SELECTION = dg.AssetSelection.all()
UPDATED = dg.AutomationCondition.any_deps_match(CONDITION)
DAILY = OBJECTS["DailyPartitionsDefinition"]
HOUR = __import__("datetime").timedelta(hours=1)
ONE_OP = {"name": "some", "node_defs": [some_op]}
CALLABLES |= {
    **{f"AssetSelection.{name}": plain(getattr(dg.AssetSelection, name)) for name in ["groups", "assets", "keys", "key_prefixes", "checks", "checks_for_assets"]},
    "AssetSelection.tag_string": plain(dg.AssetSelection.tag_string, string="a=b"),
    "AssetSelection.key_substring": plain(dg.AssetSelection.key_substring, key_substring="some"),
    "AssetSelection.from_coercible": plain(dg.AssetSelection.from_coercible, selection="some"),
    "AssetSelection.from_string": plain(dg.AssetSelection.from_string, string="some"),
    "AssetSelection.upstream": plain(ANY_SELECTION.upstream),
    "AssetSelection.downstream": plain(ANY_SELECTION.downstream),
    **{f"AutomationCondition.{name}": plain(getattr(dg.AutomationCondition, name), condition=CONDITION) for name in ["any_deps_match", "all_deps_match", "any_checks_match", "all_checks_match", "any_job_root_assets_match", "all_job_root_assets_match"]},
    **{f"AutomationCondition.{name}": plain(getattr(dg.AutomationCondition, name)) for name in ["executed_with_tags", "all_new_updates_have_run_tags", "any_new_update_has_run_tags"]},
    "AutomationCondition.all_deps_updated_since_cron": plain(dg.AutomationCondition.all_deps_updated_since_cron, cron_schedule="@daily"),
    "AutomationCondition.asset_matches": plain(dg.AutomationCondition.asset_matches, key="some", condition=CONDITION),
    "AutomationCondition.since": plain(CONDITION.since, reset_condition=CONDITION),
    "AutomationCondition.replace": plain(CONDITION.replace, old="some", new=CONDITION),
    "AssetsDefinition": of_class(dg.AssetsDefinition, keys_by_input_name={}, keys_by_output_name={"result": dg.AssetKey("some")}, node_def=some_op),
    "AssetsDefinition.from_op": plain(dg.AssetsDefinition.from_op, op_def=some_op),
    "AssetsDefinition.from_graph": plain(dg.AssetsDefinition.from_graph, graph_def=dg.graph(name="some")(op_graph)),
    "AssetsDefinition.with_attributes": plain(some_asset.with_attributes),
    "GraphDefinition": of_class(dg.GraphDefinition, **ONE_OP),
    "GraphDefinition.to_job": plain(some_graph.to_job),
    **{f"{kind}.{name}": plain(getattr(of, name), **given) for kind, of in [("GraphDefinition", some_graph), ("OpDefinition", some_op)] for name, given in {"alias": {"name": "some"}, "tag": {"tags": {}}, "with_hooks": {"hook_defs": set()}, "with_retry_policy": {"retry_policy": dg.RetryPolicy()}}.items()},
    "OpDefinition": of_class(dg.OpDefinition, compute_fn=fn, name="some"),
    "JobDefinition": of_class(dg.JobDefinition, graph_def=some_graph),
    "JobDefinition.with_hooks": plain(some_job.with_hooks, hook_defs=set()),
    "JobDefinition.with_top_level_resources": plain(some_job.with_top_level_resources, resource_defs={}),
    "ResourceDefinition": of_class(dg.ResourceDefinition, resource_fn=fn),
    "ResourceDefinition.hardcoded_resource": plain(dg.ResourceDefinition.hardcoded_resource, value=1),
    "IOManagerDefinition": of_class(dg.IOManagerDefinition, resource_fn=fn),
    "HookDefinition": of_class(dg.HookDefinition, name="some", hook_fn=fn),
    "LoggerDefinition": of_class(dg.LoggerDefinition, logger_fn=fn),
    "ExecutorDefinition": of_class(dg.ExecutorDefinition, name="some"),
    "LegacyFreshnessPolicy": of_class(dg.LegacyFreshnessPolicy, maximum_lag_minutes=1),
    "AutoMaterializePolicy.eager": plain(dg.AutoMaterializePolicy.eager),
    "AutoMaterializePolicy.lazy": plain(dg.AutoMaterializePolicy.lazy),
    "InputMapping": of_class(dg.InputMapping, graph_input_name="some", mapped_node_name="some", mapped_node_input_name="some"),
    "OutputMapping": of_class(dg.OutputMapping, graph_output_name="some", mapped_node_name="some", mapped_node_output_name="some"),
    "DependencyDefinition": of_class(dg.DependencyDefinition, node="some"),
    "MultiDependencyDefinition": of_class(dg.MultiDependencyDefinition, dependencies=[dg.DependencyDefinition("some")]),
    "NodeInvocation": of_class(dg.NodeInvocation, name="some"),
    "AssetSensorDefinition": of_class(dg.AssetSensorDefinition, name="some", asset_key=dg.AssetKey("some"), job_name="some", asset_materialization_fn=event_fn),
    "RunStatusSensorDefinition": of_class(dg.RunStatusSensorDefinition, name="some", run_status=dg.DagsterRunStatus.SUCCESS, run_status_sensor_fn=fn),
    "MultiAssetSensorDefinition": of_class(dg.MultiAssetSensorDefinition, name="some", monitored_assets=[dg.AssetKey("some")], job_name="some", asset_materialization_fn=fn),
    "build_sensor_for_freshness_checks": plain(dg.build_sensor_for_freshness_checks, freshness_checks=dg.build_last_update_freshness_checks(assets=["some"], lower_bound_delta=HOUR)),
    **{f"{name}_partitioned_config": (applied(getattr(dg, f"{name}_partitioned_config"), lambda start, end: {}), {"start_date": start}, getattr(dg, f"{name}_partitioned_config")) for name, start in [("hourly", "2024-01-01-00:00"), ("daily", "2024-01-01"), ("weekly", "2024-01-01"), ("monthly", "2024-01-01")]},
    "static_partitioned_config": (applied(dg.static_partitioned_config, fn), {"partition_keys": ["x"]}, dg.static_partitioned_config),
    "dynamic_partitioned_config": (applied(dg.dynamic_partitioned_config, fn), {"partition_fn": lambda current_time=None: ["x"]}, dg.dynamic_partitioned_config),
    "PartitionedConfig": of_class(dg.PartitionedConfig, partitions_def=DAILY, run_config_for_partition_key_fn=fn),
    "ConfigMapping": of_class(dg.ConfigMapping, config_fn=fn),
    "config_mapping": (applied(dg.config_mapping, fn), {}, dg.config_mapping),
    "Field": of_class(dg.Field, config=str),
    "Shape": of_class(dg.Shape, fields={}),
    "Permissive": of_class(dg.Permissive),
    "Selector": of_class(dg.Selector, fields={"some": str}),
    "Array": of_class(dg.Array, inner_type=str),
    "Noneable": of_class(dg.Noneable, inner_type=str),
    "Map": of_class(dg.Map, key_type=str, inner_type=str),
    "Enum": of_class(dg.Enum, name="some", enum_values=[dg.EnumValue("some")]),
    "EnumValue": of_class(dg.EnumValue, config_value="some"),
    "DagsterType": of_class(dg.DagsterType, type_check_fn=lambda context, value: True, name="some"),
    "PythonObjectDagsterType": of_class(dg.PythonObjectDagsterType, python_type=int),
    "EnvVar.int": plain(dg.EnvVar.int, name="some"),
    "input_manager": (applied(dg.input_manager, fn), {}, dg.input_manager),
    "repository": (applied(dg.repository, no_definitions), {}, dg.repository),
    "map_asset_specs": plain(dg.map_asset_specs, func=lambda spec: spec, iterable=[]),
    "TimeWindowPartitionMapping": of_class(dg.TimeWindowPartitionMapping),
    "make_values_resource": plain(dg.make_values_resource),
    "Definitions.merge": plain(dg.Definitions.merge),
    "load_definitions_from_modules": plain(dg.load_definitions_from_modules, modules=[]),
    "load_asset_checks_from_modules": plain(dg.load_asset_checks_from_modules, modules=[]),
}
# Parameters that are not given together.
EXCLUSIVE = {"target": ["job_name"], "job": ["job_name"]}
HIDDEN = {
    "asset": ["compute_kind", "auto_materialize_policy", "non_argument_deps"],
    "multi_asset": ["compute_kind"],
    "graph_asset": ["auto_materialize_policy"],
    "AssetSpec": ["auto_materialize_policy"],
    "AssetOut": ["auto_materialize_policy"],
}


def refusal(make, given):
    """The error about types that a call raises; None when it is taken, or refused for what it holds."""
    rest = [value for name, value in given.items() if name.startswith("*")]
    try:
        make(*rest, **{name: value for name, value in given.items() if not name.startswith("*")})
    except ABOUT_TYPES as error:
        text = str(error)
        return text if SAYS_TYPE.search(text) else None
    except DagsterError as error:
        return str(error) if DAGSTER_SAYS_TYPE.search(str(error)) else None
    except Exception as error:  # noqa: BLE001 what else is wrong with it is not about types
        return str(error) if "Iteration is not allowed on" in str(error) else None
    return None


def taken(make, given, parameter):
    """The types that are taken, those of members that are not, those that are refused empty as well, and what is said of the first that is not taken."""
    accepted, refused, said = [], {}, []

    def attempt(value):
        error = refusal(make, {**given, parameter: value})
        if error:
            said.append(error)
        return error

    for token, values in SCALARS.items():
        if not all([attempt(value) for value in values]):
            accepted.append(token)
    for name, build in CONTAINERS.items():
        held = {}
        for token in MEMBERS:
            containers = [build([value]) for value in VALUES[token] if name != "set" or hashable(value)]
            if containers:
                held[token] = all([attempt(container) for container in containers])
        refused[name] = [token for token in MEMBERS if held.get(token)]
        if name == "dict":
            fitting = next((value for token in [*SCALARS, *NESTED] for value in VALUES[token] if not refusal(make, {**given, parameter: {"some": value}})), "some")
            keys = {token: all([attempt({value: fitting}) for value in VALUES[token] if hashable(value)]) for token in MEMBERS if any(map(hashable, VALUES[token]))}
            refused[KEYS] = [token for token in MEMBERS if keys.get(token)] if not all(keys.values()) else []
        # What a container must hold may not be among what was tried; a container that is refused empty is refused.
        if not (all(held.values()) and attempt(build([]))):
            accepted.append(name)
    empty = [name for name, value in EMPTY.items() if name not in accepted and refusal(make, {**given, parameter: value})]
    kept = [*accepted, *([KEYS] if "dict" in accepted else [])]
    return accepted, {name: refused[name] for name in kept if refused.get(name)}, empty, said


def hashable(value):
    try:
        hash(value)
    except TypeError:
        return False
    return True


def parameters_of(name, signature):
    if signature is None:
        return []
    given = [p for p in inspect.signature(signature).parameters.values() if p.kind is not p.VAR_KEYWORD]
    names = [f"*{p.name}" if p.kind is p.VAR_POSITIONAL else p.name for p in given]
    return [n for n in names if n not in ("self", "_cls", "cls", "observe_fn", "*args")] + HIDDEN.get(name, [])


def main():
    profiles, table = {}, {}
    for make, given, _ in CALLABLES.values():
        make(**given)
    for name in sorted(CALLABLES):
        make, given, signature = CALLABLES[name]
        rows = {}
        for parameter in parameters_of(name, signature):
            others = {name: value for name, value in given.items() if name not in EXCLUSIVE.get(parameter, ())}
            accepted, members, empty, said = taken(make, others, parameter)
            if not said:
                continue
            says = re.sub(r" at 0x[0-9a-f]+", "", re.sub(r"\.? Got .*", "", said[0], flags=re.S)).split("\n")[0][:200]
            profile = {"taken": " ".join(accepted), "says": says.replace(f'"{parameter}"', '"{}"')}
            if members:
                profile["notAsMember"] = {container: " ".join(tokens) for container, tokens in members.items()}
            if empty:
                profile["emptyIsRefused"] = " ".join(empty)
            rows[parameter] = profiles.setdefault(json.dumps(profile), len(profiles))
        table[f"dagster.{name}"] = " ".join(f"{parameter}={index}" for parameter, index in rows.items())
    show(profiles, table)


def show(profiles, table):
    print(f"/** Written by test/oracle/record_accepted_types.py from dagster {dg.__version__}: which types Dagster's callables take, found by trying. */")
    print("export interface TypeProfile {")
    print("  /** Types that are taken, by blanks: `str`, `list`, `dagster.AssetKey`, … */\n  readonly taken: string;")
    print('  /** What Dagster says of the first that is not; `"{}"` stands for the parameter. */\n  readonly says: string;')
    print("  /** By container that is taken: types of members that are not. */\n  readonly notAsMember?: Readonly<Record<string, string>>;\n  /** Of the types that are not taken those whose empty value is not taken either: Dagster reads others as not given. */\n  readonly emptyIsRefused?: string;\n}\n")
    print("/** Types that were tried; of others nothing is known. */\nexport const TRIED_TYPES: ReadonlySet<string> = new Set(\n  " + json.dumps(" ".join([*SCALARS, *CONTAINERS])) + '.split(" "),\n);\n')
    print("export const TYPE_PROFILES: readonly TypeProfile[] = [")
    print("".join(f"  {profile},\n" for profile in profiles), end="];\n\n")
    print("/** By callable: parameters, each with the index of its profile. A parameter that takes everything is left out. */")
    print("export const ACCEPTED_TYPES: Readonly<Record<string, string>> = {")
    print("".join(f"  {json.dumps(name)}: {json.dumps(rows)},\n" for name, rows in table.items()), end="};\n")


main()
