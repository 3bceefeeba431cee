"""What a loaded repository of Dagster's holds, in the words of our graph document (src/types/graph-document.ts).

Knows Dagster's objects; knows nothing of fixtures or processes. Only what Dagster itself says is written: no source positions,
no `via`, no `definition`. Where the document leaves a spelling open (mappings, freshness policies), this file decides it.
"""

import enum
import inspect
import json
import sys
from datetime import timedelta

import dagster as dg
from dagster._core.definitions.declarative_automation.serialized_objects import get_expanded_label
from dagster._core.storage.tags import COMPUTE_KIND_TAG

HIDDEN_JOBS = ("__ASSET_JOB", "__anonymous")
# Written by Dagster into metadata for its own use; the user interface shows them as something else.
INTERNAL_METADATA = {
    "dagster/auto_created_stub_asset",
    "dagster/asset_execution_type",
    "dagster/internal_freshness_policy",
    "dagster/freshness_policy",
    "dagster/dagster_type",
    "dagster_dbt/manifest",
    "dagster_dbt/dagster_dbt_translator",
    "dagster_dbt/project",
}
KEYS_SHOWN = 200


def user_string(key):
    return "/".join(key.path)


def partitions(definition):
    if definition is None:
        return None
    bases = [
        (dg.DailyPartitionsDefinition, "daily"),
        (dg.HourlyPartitionsDefinition, "hourly"),
        (dg.WeeklyPartitionsDefinition, "weekly"),
        (dg.MonthlyPartitionsDefinition, "monthly"),
        (dg.TimeWindowPartitionsDefinition, "time-window"),
        (dg.StaticPartitionsDefinition, "static"),
        (dg.DynamicPartitionsDefinition, "dynamic"),
        (dg.MultiPartitionsDefinition, "multi"),
    ]
    kind = next(name for base, name in bases if isinstance(definition, base))
    fields = dict.fromkeys(["start", "end", "timezone", "cron", "fmt", "endOffset", "keys", "count", "name", "dimensions"])
    if isinstance(definition, dg.TimeWindowPartitionsDefinition):
        end = definition.end
        fields |= {
            "start": definition.start.strftime(definition.fmt),
            "end": end.strftime(definition.fmt) if end else None,
            "timezone": definition.timezone,
            "cron": definition.cron_schedule,
            "fmt": definition.fmt,
            "endOffset": definition.end_offset,
        }
    elif kind == "static":
        keys = list(definition.get_partition_keys())
        fields |= {"keys": keys[:KEYS_SHOWN], "count": len(keys)}
    elif kind == "dynamic":
        fields["name"] = definition.name
    elif kind == "multi":
        fields["dimensions"] = {d.name: partitions(d.partitions_def) for d in definition.partitions_defs}
    return {"type": kind, "class": type(definition).__name__, **fields}


def rendered(value):
    """`TimeWindowPartitionMapping(start_offset=-1, end_offset=-1)`: the class, and the arguments that are not its defaults."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{rendered(k)}: {rendered(v)}" for k, v in value.items()) + "}"
    if isinstance(value, enum.Enum) or value is None or isinstance(value, (str, int, float, bool)):
        return repr(value.value if isinstance(value, enum.Enum) else value)
    if isinstance(value, (set, frozenset)):
        return "{" + ", ".join(sorted(map(rendered, value))) + "}"
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return "[" + ", ".join(map(rendered, value)) + "]"
    arguments = []
    for name, parameter in inspect.signature(type(value)).parameters.items():
        given = getattr(value, name, None)
        if given != parameter.default and given is not None:
            arguments.append(f"{name}={rendered(given)}")
    return f"{type(value).__name__}({', '.join(arguments)})"


def freshness(policy):
    """Durations in whole seconds."""
    if policy is None:
        return None

    def seconds(delta):
        delta = delta if isinstance(delta, timedelta) else delta.to_timedelta()
        return int(delta.total_seconds())

    if hasattr(policy, "fail_window"):
        warn = f", warn_window={seconds(policy.warn_window)}" if policy.warn_window else ""
        return {"type": "time-window", "expression": f"time_window(fail_window={seconds(policy.fail_window)}{warn})"}
    expression = f"cron(deadline_cron={policy.deadline_cron!r}, lower_bound_delta={seconds(policy.lower_bound_delta)}, timezone={policy.timezone!r})"
    return {"type": "cron", "expression": expression}


def plain(value):
    """A metadata value as JSON; what has no JSON form is named by its class."""
    value = value.value if isinstance(value, dg.MetadataValue) and hasattr(value, "value") else value
    try:
        return json.loads(json.dumps(value))
    except Exception:  # noqa: BLE001 a record of Dagster's refuses to be iterated with an error of its own
        return {"class": type(value).__name__}


def automation(node):
    condition = node.automation_condition
    if condition is None and node.auto_materialize_policy is not None:
        condition = node.auto_materialize_policy.to_automation_condition()
    if condition is None:
        return None
    snapshot = condition.get_snapshot()
    expression = " ".join(get_expanded_label(snapshot))
    # The rules of a policy of old have no words of their own: Dagster prints the name of its own class for each.
    return {"label": snapshot.node_snapshot.label, "expression": None if "RuleCondition" in expression else expression}


def node_kind(node):
    if any("auto_created_stub" in name for name in node.metadata):
        return "stub"
    if node.is_materializable:
        return "asset"
    return "observable" if node.is_observable else "external"


def retry_policy(policy):
    if policy is None:
        return None
    named = {"backoff": policy.backoff and policy.backoff.value, "jitter": policy.jitter and policy.jitter.value}
    return {"maxRetries": policy.max_retries, "delay": policy.delay, **named}


def asset(node):
    kind = node_kind(node)
    common = {"key": user_string(node.key), "keyPath": list(node.key.path), "kind": kind}
    if kind == "stub":
        return common
    assets_def = node.assets_def
    op = assets_def.node_def if node.is_executable else None
    io_manager = node.io_manager_key if node.is_executable else node.metadata.get("dagster/io_manager_key")
    backfill = node.backfill_policy
    return common | {
        "group": node.group_name,
        "kinds": sorted(node.kinds),
        "computeKind": op.tags.get(COMPUTE_KIND_TAG) if op else None,
        "owners": sorted(node.owners),
        "tags": {k: v for k, v in sorted(node.tags.items()) if not k.startswith("dagster/kind/")},
        "description": node.description,
        "metadata": {k: plain(v) for k, v in sorted(node.metadata.items()) if k not in INTERNAL_METADATA},
        "codeVersion": node.code_version,
        "partitions": partitions(node.partitions_def),
        "automation": automation(node),
        "resources": sorted(set(assets_def.required_resource_keys) - {io_manager}) if op else [],
        "ioManager": io_manager,
        "pool": ",".join(sorted(node.pools or [])) or None,
        "retryPolicy": retry_policy(getattr(op, "retry_policy", None)),
        "backfillPolicy": backfill and {"type": "multi-run" if backfill.max_partitions_per_run else "single-run", "maxPartitionsPerRun": backfill.max_partitions_per_run},
        "freshnessPolicy": freshness(node.freshness_policy),
        "checks": sorted(check.name for check in node.check_keys),
    }


def edges(node):
    mappings = node.partition_mappings
    for parent in sorted(node.parent_keys):
        mapping = mappings.get(parent)
        yield {"from": user_string(parent), "to": user_string(node.key), "mapping": None if mapping is None else rendered(mapping)}


def check(graph, key):
    spec = graph.get_check_spec(key)
    return {"asset": user_string(key.asset_key), "name": key.name, "blocking": bool(spec.blocking), "description": spec.description}


def job(definition):
    layer = definition.asset_layer
    assets = sorted(user_string(key) for key in layer.selected_asset_keys) if layer else []
    checks = sorted(f"{user_string(key.asset_key)}:{key.name}" for key in layer.asset_graph.asset_check_keys) if layer else []
    # A selection of nothing is a job of no nodes.
    kind = "asset" if assets else "checks" if checks else "op" if definition.graph.nodes else "asset"
    ops, op_edges = [], set()
    if kind in ("op", "checks"):
        ops = sorted(node.name for node in definition.graph.nodes)
        for invocation, inputs in definition.graph.dependencies.items():
            for dependency in inputs.values():
                op_edges |= {(upstream.node, invocation.alias or invocation.name) for upstream in dependency.get_node_dependencies()}
    return {
        "name": definition.name,
        "kind": kind,
        "assets": assets,
        "checks": checks,
        "ops": ops,
        "opEdges": [{"from": a, "to": b} for a, b in sorted(op_edges)],
        "partitions": partitions(definition.partitions_def),
    }


def schedule(definition, jobs):
    cron = definition.cron_schedule
    name = definition.job_name
    target = {"assets": jobs[name]["assets"]} if name.startswith(HIDDEN_JOBS) else {"job": name}
    return {
        "name": definition.name,
        "cron": [cron] if isinstance(cron, str) else list(cron),
        "timezone": definition.execution_timezone,
        "target": target,
        "status": definition.default_status.value,
    }


SENSOR_TYPES = {
    "STANDARD": "standard",
    "ASSET": "asset",
    "MULTI_ASSET": "multi-asset",
    "RUN_STATUS": "run-status",
    "AUTOMATION": "automation",
    "AUTO_MATERIALIZE": "automation",
}


def sensor(definition, jobs, graph):
    targeted = [target.job_name for target in definition.targets]
    selection = definition.asset_selection
    assets = {user_string(key) for key in selection.resolve(graph)} if selection is not None else set()
    for name in targeted:
        assets |= set(jobs[name]["assets"]) if name.startswith(HIDDEN_JOBS) else set()
    watched = [definition.asset_key] if isinstance(definition, dg.AssetSensorDefinition) else []
    if isinstance(definition, dg.MultiAssetSensorDefinition):
        watched = definition._monitored_assets  # noqa: SLF001 there is no public way to ask
        watched = watched.resolve(graph) if isinstance(watched, dg.AssetSelection) else watched
    return {
        "name": definition.name,
        "type": SENSOR_TYPES[definition.sensor_type.value],
        "targets": [{"job": name} for name in sorted(targeted) if not name.startswith(HIDDEN_JOBS)],
        "assets": sorted(assets),
        "monitors": sorted(user_string(key) for key in watched),
        "status": definition.default_status.value,
    }


def class_name(cls):
    """`dagster.FilesystemIOManager`: the public name of what its package exports, else where it is defined."""
    package = sys.modules.get(cls.__module__.split(".")[0])
    exported = getattr(package, cls.__name__, None) is cls
    return f"{package.__name__}.{cls.__name__}" if exported else f"{cls.__module__}.{cls.__qualname__}"


def resource(key, value):
    from dagster._config.pythonic_config import ConfigurableResourceFactory, PartialResource

    inner = getattr(value, "inner_resource", value)
    inner = getattr(inner, "_resource", inner)
    if isinstance(inner, PartialResource):
        return {"key": key, "type": class_name(inner.resource_cls)}
    if not isinstance(inner, ConfigurableResourceFactory):
        return {"key": key}
    fields = {}
    for name in type(inner).model_fields:
        given = getattr(inner, "_resolved_config_dict", {}).get(name)
        if isinstance(given, dict) and set(given) == {"env"}:
            fields[name] = {"env": given["env"]}
    return {"key": key, "type": class_name(type(inner)), "config": fields}


def location(repository, given_resources):
    graph = repository.asset_graph
    nodes = [graph.get(key) for key in graph.get_all_asset_keys()]
    jobs = {definition.name: job(definition) for definition in repository.get_all_jobs()}
    return {
        "nodes": [asset(node) for node in nodes],
        "edges": [edge for node in nodes for edge in edges(node)],
        "checks": [check(graph, key) for key in graph.asset_check_keys],
        "jobs": [value for name, value in jobs.items() if not name.startswith(HIDDEN_JOBS)],
        "schedules": [schedule(definition, jobs) for definition in repository.schedule_defs],
        "sensors": [sensor(definition, jobs, graph) for definition in repository.sensor_defs],
        "resources": [resource(key, given_resources.get(key, value)) for key, value in repository.get_top_level_resources().items()],
    }
