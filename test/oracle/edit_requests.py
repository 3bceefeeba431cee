"""Which edits to try on a project: arguments of `dagsight edit`, made from the graph that Dagsight read.

Knows the operations and what each needs; knows nothing of running them. The same graph always gives the same requests, spread over the whole of it.
"""

import re


class Graph:
    """One code location of the graph document."""

    def __init__(self, location):
        self.location = location
        self.assets = [node for node in location["nodes"] if node["kind"] == "asset"]
        self.defined = [node for node in location["nodes"] if node["kind"] != "stub"]
        self.keys = {node["key"] for node in location["nodes"]}
        self.edges = location["edges"]
        self.modules = list(dict.fromkeys(node["source"]["file"] for node in self.assets if node["source"]["file"].endswith(".py")))
        self.jobs = [job["name"] for job in location["jobs"]]

    def below(self, key):
        """Keys that depend on `key`, itself included."""
        found = [key]
        for each in found:
            found += [edge["to"] for edge in self.edges if edge["from"] == each and edge["to"] not in found]
        return set(found)


def leaf_renamed(key):
    return re.sub(r"[^/]+$", lambda leaf: f"{leaf.group()}_renamed", key)


def rename_assets(graph):
    return [[node["key"], leaf_renamed(node["key"])] for node in graph.defined]


def prefix_assets(graph):
    """With one part of the key more, and with one less."""
    longer = [[node["key"], f"warehouse/{node['key']}"] for node in graph.defined]
    shorter = [[node["key"], "/".join(node["keyPath"][1:])] for node in graph.defined if len(node["keyPath"]) > 1]
    free = [[key, new] for key, new in shorter if new not in graph.keys]
    return [pair for both in zip(longer, free or longer) for pair in both]


def add_deps(graph):
    keys = [node["key"] for node in graph.defined]
    known = {(edge["from"], edge["to"]) for edge in graph.edges}
    pairs = []
    for index, node in enumerate(graph.assets):
        below = graph.below(node["key"])
        candidates = [key for key in keys[index % max(1, len(keys)) :] + keys if key not in below and (key, node["key"]) not in known]
        pairs += [[node["key"], candidate] for candidate in candidates[:1]]
    return pairs


def set_fields(field, values):
    def requests(graph):
        return [[node["key"], field, values[index % len(values)]] for index, node in enumerate(graph.defined)]

    return requests


def unset_fields(graph):
    fields = {"description": "description", "owners": "owners", "kinds": "kinds", "tags": "tags", "partitions": "partitions", "automation-condition": "automation", "code-version": "codeVersion"}
    given = [[node["key"], field] for node in graph.defined for field, name in fields.items() if node[name]]
    return given + [[node["key"], "group"] for node in graph.defined if node["group"] != "default"]


def moves(graph):
    return [[node["key"], module] for node in graph.assets for module in graph.modules if module != node["source"]["file"]][:200]


def in_modules(make):
    return lambda graph: [make(graph, module, index) for index, module in enumerate(graph.modules)]


def new_schedules(graph):
    return [[f"new_schedule_{index}", "0 5 * * *", job, module] for index, (job, module) in enumerate(zip(graph.jobs, graph.modules * len(graph.jobs)))]


def new_sensors(graph):
    return [[f"new_sensor_{index}", job, module] for index, (job, module) in enumerate(zip(graph.jobs, graph.modules * len(graph.jobs)))]


def named(section, *more):
    """One request for each named object of the document."""

    def requests(graph):
        names = [item.get("name", item.get("key")) for item in graph.location[section] if item.get("name") != "default_automation_condition_sensor"]
        return [[name, *[text.format(name) for text in more]] for name in names]

    return requests


def checks(*more):
    return lambda graph: [[f"{check['asset']}:{check['name']}", *[text.format(check["name"]) for text in more]] for check in graph.location["checks"]]


def registered(graph):
    """Objects of modules that lists may name: `shop/jobs.py:daily`."""
    objects = [*graph.location["jobs"], *graph.location["schedules"], *graph.location["sensors"]]
    return [[f"{each['source']['file']}:{each['name']}"] for each in objects if each["source"]["file"].endswith(".py")]


def groups(graph):
    return [[group, f"{group}_renamed"] for group in sorted({node["group"] for node in graph.defined if node["group"] not in (None, "default")})]


REQUESTS = {
    "rename-asset": rename_assets,
    "rename-asset (parts)": prefix_assets,
    "rename-job": named("jobs", "{}_renamed"),
    "rename-schedule": named("schedules", "{}_renamed"),
    "rename-sensor": named("sensors", "{}_renamed"),
    "rename-resource": named("resources", "{}_renamed"),
    "rename-check": checks("{}_renamed"),
    "rename-group": groups,
    "add-dep": add_deps,
    "remove-dep": lambda graph: [[edge["to"], edge["from"]] for edge in graph.edges],
    "set description": set_fields("description", ["All that was sold."]),
    "set owners": set_fields("owners", ["team:data", "eva@example.com,team:sales"]),
    "set kinds": set_fields("kinds", ["python", "python,table"]),
    "set tags": set_fields("tags", ["tier=gold", "tier=gold,pii=no"]),
    "set group": set_fields("group", ["sales"]),
    "set partitions": set_fields("partitions", ["daily:2024-01-01", "static:at,ch"]),
    "set automation-condition": set_fields("automation-condition", ["eager", "on_cron:0 5 * * *"]),
    "set code-version": set_fields("code-version", ["2"]),
    "unset": unset_fields,
    "move-asset": moves,
    "remove-asset": lambda graph: [[node["key"]] for node in graph.assets],
    "add-asset": in_modules(lambda graph, module, index: [f"new_asset_{index}", module]),
    "add-job": in_modules(lambda graph, module, index: [f"new_job_{index}", f'key:"{graph.assets[index % len(graph.assets)]["key"]}"', module]),
    "add-check": in_modules(lambda graph, module, index: [f"new_check_{index}", graph.assets[index % len(graph.assets)]["key"], module]),
    "add-resource": in_modules(lambda graph, module, index: [f"new_resource_{index}", f"{module}:NewResource{index}"]),
    "add-schedule": new_schedules,
    "add-sensor": new_sensors,
    "remove-job": named("jobs"),
    "remove-schedule": named("schedules"),
    "remove-sensor": named("sensors"),
    "remove-resource": named("resources"),
    "remove-check": checks(),
    "take-from-definitions": registered,
}


def requests_for(operation, location, count):
    """At most `count` argument lists of `dagsight edit`, from all over the graph."""
    found = REQUESTS[operation](Graph(location))
    step = max(1, len(found) // count) if count else 1
    return [[operation.split(" ")[0], *arguments] for arguments in found[::step][:count]]
