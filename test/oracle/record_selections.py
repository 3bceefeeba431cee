"""Records what real Dagster makes of selections: random graphs, random selections (methods and strings), and what each one selects.

    python test/oracle/record_selections.py test/dagster/selection

Writes selection-goldens.json (graphs and results) and selection-strings.json (the language and its fallbacks, valid or not).
The seed is fixed, so a second run writes the same bytes. Needs `pip install dagster`.
"""

import json
import random
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

import dagster as dg  # noqa: E402
from dagster import AssetSelection  # noqa: E402
from dagster._core.definitions import asset_selection as classes  # noqa: E402
from dagster._core.definitions.assets.graph.asset_graph import AssetGraph  # noqa: E402

PREFIXES = [[], [], ["raw"], ["marts"], ["marts", "finance"]]
NAMES = ["orders", "customers", "payments", "refunds", "revenue", "stores", "events", "sessions", "churn", "daily_revenue", "raw"]
GROUPS = ["default", "ingest", "marts", "machine_learning"]
KINDS = ["python", "csv", "duckdb"]
TAGS = [("tier", "gold"), ("tier", "silver"), ("domain", "sales"), ("pii", "")]
OWNERS = ["team:data", "ana@example.com"]
PARTITIONS = {
    "none": None,
    "static": dg.StaticPartitionsDefinition(["eu", "us"]),
    "dynamic": dg.DynamicPartitionsDefinition(name="stores"),
    "time": dg.DailyPartitionsDefinition("2024-01-01"),
    "multipartitions": dg.MultiPartitionsDefinition(
        {"day": dg.DailyPartitionsDefinition("2024-01-01"), "region": dg.StaticPartitionsDefinition(["eu", "us"])}
    ),
}


def attributes(rng):
    return {
        "group_name": rng.choice(GROUPS),
        "kinds": set(rng.sample(KINDS, rng.choice([0, 0, 1, 2]))),
        "tags": dict(rng.sample(TAGS, rng.choice([0, 1, 2]))),
        "owners": rng.sample(OWNERS, rng.choice([0, 0, 1])),
    }


def random_assets(rng):
    keys = []
    while len(keys) < rng.randint(3, 14):
        key = [*rng.choice(PREFIXES), rng.choice(NAMES)]
        if key not in keys:
            keys.append(key)
    definitions, done, index = [], [], 0
    while index < len(keys):
        deps = lambda: [dg.AssetKey(k) for k in rng.sample(done, min(len(done), rng.choice([0, 1, 1, 2, 3])))]
        key, kind = dg.AssetKey(keys[index]), rng.random()
        partitions = PARTITIONS[rng.choice(list(PARTITIONS))]
        if kind < 0.12:
            definitions.append(dg.AssetSpec(key, deps=deps() if rng.random() < 0.5 else [], partitions_def=partitions, **attributes(rng)))
        elif kind < 0.22:
            definitions.append(dg.observable_source_asset(key=key, partitions_def=partitions, group_name=rng.choice(GROUPS))(lambda: None))
        elif kind < 0.4 and index + 1 < len(keys):
            specs = [dg.AssetSpec(key, deps=deps(), partitions_def=None, **attributes(rng)), dg.AssetSpec(dg.AssetKey(keys[index + 1]), deps=deps(), **attributes(rng))]
            subset = rng.random() < 0.4
            definitions.append(dg.multi_asset(specs=specs, can_subset=subset, name=f"multi_{index}")(lambda: None))
            index += 1
            done.append(keys[index])
        else:
            named = deps() + ([dg.AssetKey("elsewhere")] if rng.random() < 0.1 else [])
            definitions.append(dg.asset(key=key, deps=named, partitions_def=partitions, **attributes(rng))(lambda: None))
        done.append(keys[index] if not done or done[-1] != keys[index] else keys[index - 1])
        index += 1
    checks = []
    for key in rng.sample(keys, min(len(keys), 4)):
        for name in rng.sample(["no_nulls", "unique", "fresh"], rng.choice([1, 2])):
            checks.append(dg.asset_check(asset=dg.AssetKey(key), name=name)(lambda: dg.AssetCheckResult(passed=True)))
    return definitions, checks


def describe(graph):
    nodes = []
    for node in sorted(graph.asset_nodes, key=lambda n: n.key):
        nodes.append(
            {
                "path": list(node.key.path),
                "group": node.group_name,
                "tags": {k: v for k, v in sorted(node.tags.items()) if not k.startswith("dagster/kind/")},
                "owners": list(node.owners),
                "kinds": sorted(node.kinds),
                "partitions": next(name for name, value in PARTITIONS.items() if value == node.partitions_def),
                "execution": "materialization" if node.is_materializable else "observation" if node.is_observable else "none",
                "parents": sorted(list(k.path) for k in node.parent_keys),
                "executionSet": sorted(list(k.path) for k in node.execution_set_asset_keys),
            }
        )
    checks = [{"asset": list(k.asset_key.path), "name": k.name} for k in sorted(graph.asset_check_keys)]
    return {"nodes": nodes, "checks": checks}


def random_key(rng, graph):
    if rng.random() < 0.08:
        return ["nowhere"]
    return list(rng.choice(sorted(k.path for k in graph.get_all_asset_keys())))


def random_selection(rng, graph, depth=0):
    """A selection as the project's own AST (JSON) and as Dagster's object."""
    sources = rng.random() < 0.3
    leaves = ["all", "keys", "keys", "groups", "tag", "kind", "owner", "prefixes", "substring", "string", "string", "checks", "checks-for-assets", "all-checks"]
    branches = ["or", "and", "subtract", "upstream", "downstream", "sinks", "roots", "neighbours", "materializable", "sources"]
    pick = rng.choice(leaves if depth > 2 or rng.random() < 0.35 else branches)
    sub = lambda: random_selection(rng, graph, depth + 1)
    if pick == "all":
        return {"kind": "all", "includeSources": sources}, AssetSelection.all(include_sources=sources)
    if pick == "keys":
        keys = [random_key(rng, graph) for _ in range(rng.choice([1, 1, 2]))]
        return {"kind": "keys", "keys": keys}, AssetSelection.assets(*[dg.AssetKey(k) for k in keys])
    if pick == "groups":
        groups = rng.sample(GROUPS, rng.choice([1, 2]))
        return {"kind": "groups", "groups": groups, "includeSources": sources}, AssetSelection.groups(*groups, include_sources=sources)
    if pick == "tag":
        key, value = rng.choice([*TAGS, ("dagster/kind/csv", ""), ("tier", "")])
        return {"kind": "tag", "key": key, "value": value, "includeSources": sources}, AssetSelection.tag(key, value, include_sources=sources)
    if pick == "kind":
        kind = rng.choice([*KINDS, None])
        return {"kind": "asset-kind", "assetKind": kind, "includeSources": sources}, AssetSelection.kind(kind, include_sources=sources)
    if pick == "owner":
        owner = rng.choice([*OWNERS, None])
        return {"kind": "owner", "owner": owner}, AssetSelection.owner(owner)
    if pick == "prefixes":
        prefixes = [rng.choice([["raw"], ["marts"], ["marts", "finance"], ["orders"]]) for _ in range(rng.choice([1, 2]))]
        return {"kind": "key-prefixes", "prefixes": prefixes, "includeSources": sources}, AssetSelection.key_prefixes(*prefixes, include_sources=sources)
    if pick == "substring":
        text = rng.choice(["or", "s/f", "raw/", "e"])
        return {"kind": "key-substring", "substring": text, "includeSources": sources}, AssetSelection.key_substring(text, include_sources=sources)
    if pick == "string":
        text = random_string(rng, graph)
        return {"kind": "string", "text": text, "includeSources": sources}, AssetSelection.from_string(text, include_sources=sources)
    if pick == "all-checks":
        return {"kind": "all-asset-checks"}, AssetSelection.all_asset_checks()
    if pick == "checks-for-assets":
        key = random_key(rng, graph)
        return {"kind": "checks-for-assets", "keys": [key]}, AssetSelection.checks_for_assets(dg.AssetKey(key))
    if pick == "checks":
        checks = sorted(graph.asset_check_keys)
        check = rng.choice(checks) if checks and rng.random() < 0.9 else dg.AssetCheckKey(dg.AssetKey("nowhere"), "unique")
        return {"kind": "checks", "checks": [{"asset": list(check.asset_key.path), "name": check.name}]}, AssetSelection.checks(check)
    left = sub()
    if pick in ("or", "and", "subtract"):
        right = sub()
        if pick == "subtract":
            return {"kind": "subtract", "left": left[0], "right": right[0]}, left[1] - right[1]
        return {"kind": pick, "operands": [left[0], right[0]]}, left[1] | right[1] if pick == "or" else left[1] & right[1]
    if pick in ("upstream", "downstream"):
        limit, include = rng.choice([None, None, 0, 1, 2]), rng.random() < 0.7
        return {"kind": pick, "child": left[0], "depth": limit, "includeSelf": include}, getattr(left[1], pick)(depth=limit, include_self=include)
    name, method = {
        "sinks": ("sinks", "sinks"),
        "roots": ("roots", "roots"),
        "neighbours": ("required-neighbors", "required_multi_asset_neighbors"),
        "materializable": ("materializable", "materializable"),
        "sources": ("upstream-sources", "upstream_source_assets"),
    }[pick]
    return {"kind": name, "child": left[0]}, getattr(left[1], method)()


def random_string(rng, graph, depth=0):
    key = "/".join(random_key(rng, graph))
    if depth == 0 and rng.random() < 0.3:
        return rng.choice(["{}", "+{}", "{}+", "*{}", "{}*", "++{}+", "*{}*"]).format(key)
    leaf = rng.choice(
        [f'key:"{key}"', f"key:{key.split('/')[0]}*", "key:*r*", "group:marts", 'group:"m*"', "group:<null>", "kind:csv", "kind:<null>", "tag:tier=gold",
         "tag:tier", 'tag:"pii"', 'owner:"team:data"', "owner:<null>", "is:external", "is:materializable", "partitions:time", "partitions:<null>", "partitions:static", "partitions:multipartitions"]
    )
    if depth > 2 or rng.random() < 0.4:
        return rng.choice(["{}", "{}", "+{}", "{}+", "1+{}", "{}+2", "+{}+", "2+{}+1"]).format(leaf)
    sub = lambda: random_string(rng, graph, depth + 1)
    return rng.choice(
        [lambda: f"{sub()} and {sub()}", lambda: f"{sub()} or {sub()}", lambda: f"not {sub()}", lambda: f"({sub()})", lambda: f"sinks({sub()})", lambda: f"roots({sub()})",
         lambda: f"({sub()})+", lambda: f"+({sub()})", lambda: f"{sub()} AND NOT {sub()}", lambda: "*"]
    )()


def user(key):
    return "/".join(key.path)


def outcome(selection, graph):
    try:
        assets = sorted(user(k) for k in selection.resolve(graph))
        checks = sorted(f"{user(k.asset_key)}:{k.name}" for k in selection.resolve_checks(graph))
        return {"assets": assets, "checks": checks}
    except Exception as error:
        return {"error": type(error).__name__}


def record_graphs():
    rng, cases = random.Random(20260101), []
    while len(cases) < 60:
        definitions, checks = random_assets(rng)
        repository = dg.Definitions(assets=definitions, asset_checks=checks).get_repository_def()
        graph = repository.asset_graph
        selections = []
        for _ in range(40):
            ast, selection = random_selection(rng, graph)
            selections.append({"selection": ast, **outcome(selection, graph)})
        cases.append({**describe(graph), "selections": selections})
    return cases


STRINGS = """foo|foo/bar|a-b|a.b|key:foo|key:"foo/bar"|key:foo*|foo+|key:foo+|foo*|key:foo+2|1+foo|+foo+1|sinks(foo)|foo and bar|a,b|a b|"foo"|group:m*|key:a-b|key:a.b
key:1a|owner:a@b.com|owner:team:x||owner:"team:x"|group:"m*"|key:"a-b"|tag:a|tag:a=b|tag:"a"="b c"|group:<null>|owner:<null>|is:|is:foo|is:external|not x|not key:x
key:a or key:b and key:c|not key:a and key:b|not key:a+|KEY:a|key : a|key:*|key:**|key:a*/b|group:a/b|group:job|tag:job=sensor|tag:sensor|is:"external"|partitions:daily
column_tag:a=b|(key:a)+|+roots(key:a)|sinks(*)|*+|key:a + key:b|key:a or+key:b|key:a and not key:b or key:c|not not key:a|changed_in_branch:x|key:"a"b|"|key:a)|((key:a))
key:|tag:a=|tag:a=<null>|tag:<null>|kind:<null>|kind:""|group:""|owner:""|01+key:a|key:a+01|1+key:a+|+key:a+|key:a+ +key:b|NOT key:a AND key:b|Not key:a|key:aand key:b|key:a andkey:b
1+2+key:a|group:a+1+|*foo|++foo+|++*foo|foo+*|*foo*|+*foo|a[b]|a?|é|tag:a=b=c|tag:a-b=c|tag:a-b|tag:|+|*| *|* |foo |not|key:and|group:and|group:or|sinks|notx|not(key:a)|key:job|key:status|key:jobs
status:x|column:x|table_name:x|automation_type:x|sensor:x|schedule:x|job:x|code_location:x|key:a,key:b|key:a\\n|roots key:a|roots()|()|and|key:a and|or key:a|key:a key:b|tag:"a\\"b"|key:"a\\b"|<null>|key:<null>
foo//bar|/foo|foo/|foo.bar+|@foo|foo@bar|kind:a.b|kind:"a.b"|tag:a:b|group:"a"+|2+group:a|sinks(group:a)+1|+(key:a or key:b)|(not key:a)+|not (key:a or key:b)|key:a or key:b or key:c|key:a and key:b and key:c"""


def ast_of(selection):
    """Dagster's selection object as the project's AST."""
    name = type(selection).__name__
    paths = lambda keys: [list(k.path) for k in keys]
    sources = lambda: {"includeSources": selection.include_sources}
    if isinstance(selection, (classes.OrAssetSelection, classes.AndAssetSelection)):
        return {"kind": "or" if name.startswith("Or") else "and", "operands": [ast_of(o) for o in selection.operands]}
    if name == "SubtractAssetSelection":
        return {"kind": "subtract", "left": ast_of(selection.left), "right": ast_of(selection.right)}
    if name in ("UpstreamAssetSelection", "DownstreamAssetSelection"):
        depth = None if selection.depth in (None, sys.maxsize) else selection.depth
        return {"kind": name[: -len("AssetSelection")].lower(), "child": ast_of(selection.child), "depth": depth, "includeSelf": selection.include_self}
    if name in ("SinksAssetSelection", "RootsAssetSelection"):
        return {"kind": name[: -len("AssetSelection")].lower(), "child": ast_of(selection.child)}
    if name == "AllSelection":
        return {"kind": "all", "includeSources": bool(selection.include_sources)}
    if name == "KeysAssetSelection":
        return {"kind": "keys", "keys": paths(selection.selected_keys)}
    if name == "KeyWildCardAssetSelection":
        return {"kind": "key-wildcard", "pattern": selection.selected_key_wildcard}
    if name == "GroupsAssetSelection":
        return {"kind": "groups", "groups": list(selection.selected_groups), **sources()}
    if name == "GroupWildCardAssetSelection":
        return {"kind": "group-wildcard", "pattern": selection.selected_group_wildcard, **sources()}
    if name == "TagAssetSelection":
        return {"kind": "tag", "key": "<null>" if selection.key is None else selection.key, "value": selection.value, **sources()}
    if name == "KindAssetSelection":
        return {"kind": "asset-kind", "assetKind": selection.kind_str, **sources()}
    if name == "OwnerAssetSelection":
        return {"kind": "owner", "owner": selection.selected_owner}
    if name == "IsAttributeAssetSelection":
        return {"kind": "is", "attribute": selection.attribute}
    if name == "PartitionsAssetSelection":
        return {"kind": "partitions", "partitions": selection.selected_partitions}
    return {"kind": "interface-only"}


def record_strings():
    cases = []
    for text in (s.replace("\\n", "\n") for line in STRINGS.split("\n") for s in line.split("|")):
        try:
            cases.append({"text": text, "selection": ast_of(AssetSelection.from_string(text))})
        except Exception:
            cases.append({"text": text, "error": True})
    return cases


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, cases in (("selection-goldens.json", record_graphs()), ("selection-strings.json", record_strings())):
        (folder / name).write_text("[\n" + ",\n".join(json.dumps(c, sort_keys=True) for c in cases) + "\n]\n", encoding="utf-8")
