"""Records what real Dagster loads from a fixture, as the `oracle.json` beside it.

    record.py CASE_FOLDER…                     prints one JSON object per line: {"case": folder, "truth": {…}}

Run it in an environment with requirements.txt. A case folder holds `case.json`:
    entry        {"module" | "file" | "autoloadDefs": target, "attribute"?, "workingDirectory"?}
    project      folders whose files, laid over each other, are the project; without it the case folder is
    environment  variables that are set while it loads; every other one is unset
    recordedWith variables that only the recording sets, because Dagster would not load without: what hangs on them is unknown to a reader
    installed    folders that an editable install would put on the path (path dependencies)
    varies       {"asset:KEY": [field or field.part…]}: differs from load to load (the clock, chance), so the truth says nothing of it
    dbtProjects  folders in which dbt parses first, where the manifest is not committed (needs `project`, so that nothing is written here)
    standIns     folders beside this file with modules in place of services that a test cannot reach: marked, never silent

Each case loads in a forked process of its own with no network and an empty DAGSTER_HOME, so that cases do not see each other.
What Dagster refuses is a truth too: {"refused": {"error", "message"}}.
"""

import json
import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import dagster as dg
from dagster._core.code_pointer import load_python_file, load_python_module
from dagster._core.definitions.definitions_load_context import DefinitionsLoadContext, DefinitionsLoadType
from dagster._core.definitions.reconstruct import repository_def_from_target_def
from dagster._core.workspace import autodiscovery
from truth import location

LIBRARIES = Path(dg.__file__).parent.parent
HERE = Path(__file__).resolve().parent
SORT_BY = {"nodes": ["key"], "edges": ["from", "to"], "checks": ["asset", "name"]}


def targets(entry, folder):
    working = str(folder / entry.get("workingDirectory", ""))
    if "autoloadDefs" in entry:
        return [autodiscovery.autodefs_module_target(entry["autoloadDefs"], working).target_definition]
    if "attribute" in entry:
        module = load_python_module(entry["module"], working) if "module" in entry else load_python_file(os.path.join(working, entry["file"]), working)
        named = getattr(module, entry["attribute"])
        return [named() if type(named).__name__ == "function" else named]
    if "module" in entry:
        found = autodiscovery.loadable_targets_from_python_module(entry["module"], working)
    else:
        found = autodiscovery.loadable_targets_from_python_file(os.path.join(working, entry["file"]), working)
    return [target.target_definition for target in found]


def search_path(case, folder):
    working = folder / case["entry"].get("workingDirectory", "")
    candidates = [working, folder, folder / "src", working / "src", *(folder / path for path in case.get("installed", []))]
    candidates += [HERE / path for path in case.get("standIns", [])]
    return list(dict.fromkeys(str(path) for path in candidates if path.is_dir()))


def refuse_network():
    def refused(*_, **__):
        raise OSError("no network while recording")

    socket.socket.connect = socket.socket.connect_ex = refused
    socket.getaddrinfo = socket.create_connection = refused


def load(case, folder):
    sys.path[:0] = search_path(case, folder)
    DefinitionsLoadContext.set(DefinitionsLoadContext(load_type=DefinitionsLoadType.INITIALIZATION))
    union = {}
    for target in targets(case["entry"], folder):
        definitions = target() if type(target).__name__ == "LazyDefinitions" else target
        repository = repository_def_from_target_def(definitions)
        repository.load_all_definitions()
        repository.asset_graph.validate_partitions()
        given = dict(definitions.resources or {}) if isinstance(definitions, dg.Definitions) else {}
        for name, objects in location(repository, given).items():
            known = union.setdefault(name, [])
            known += [value for value in objects if value not in known]
    for name, objects in union.items():
        fields = SORT_BY.get(name, ["key" if name == "resources" else "name"])
        objects.sort(key=lambda value: [value[field] for field in fields])
    for node in union["nodes"]:
        for field in case.get("varies", {}).get(f"asset:{node['key']}", []):
            whole, _, part = field.partition(".")
            holder, name = (node[whole], part) if part else (node, whole)
            holder[name] = {"tags": {}, "metadata": {}, "kinds": [], "owners": []}.get(name)
            node.setdefault("unresolved", []).append(field)
    return union


def refusal(error, folder):
    """The error that Dagster ends with and the one behind it, without this machine's paths."""


    def said(by):
        return str(by).replace(f"{folder}/", "").replace(str(folder), ".").replace(f"{LIBRARIES}/", "")

    cause = error.__cause__ or error.__context__
    answer = {"error": type(error).__name__, "message": said(error)[:600]}
    return {"refused": answer | ({"cause": f"{type(cause).__name__}: {said(cause)[:300]}"} if cause else {})}


def lay_out(case, case_folder, into):
    if "project" not in case:
        return case_folder
    for part in case["project"]:
        shutil.copytree(case_folder / part, into, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return into.resolve()


def parse_dbt(case, folder):
    for project in case.get("dbtProjects", []):
        dbt = [str(Path(sys.executable).parent / "dbt"), "--quiet", "parse", "--profiles-dir", ".", "--project-dir", "."]
        subprocess.run(dbt, cwd=folder / project, check=True, env={**os.environ, "DO_NOT_TRACK": "1"}, stdout=sys.stderr)


def record(case_folder, answer):
    case = json.loads((case_folder / "case.json").read_text())
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    sys.dont_write_bytecode = True
    refuse_network()
    with tempfile.TemporaryDirectory() as home:
        folder = lay_out(case, case_folder, Path(home) / "project")
        parse_dbt(case, folder)
        os.environ.clear()
        os.environ.update({"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": home, "DAGSTER_HOME": home, "DAGSTER_DISABLE_TELEMETRY": "1", "LANG": "C.UTF-8"})
        os.environ.update(case.get("environment", {}) | case.get("recordedWith", {}))
        os.chdir(folder / case["entry"].get("workingDirectory", ""))
        try:
            truth = load(case, folder)
        except BaseException as error:  # noqa: BLE001 whatever Dagster raises is its answer
            truth = refusal(error, folder)
    answer.write(json.dumps({"dagster": dg.__version__, **truth}, sort_keys=True).encode())


def main():
    for name in sys.argv[1:]:
        folder = Path(name).resolve()
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            sys.stdout = sys.stderr
            with os.fdopen(writer, "wb") as answer:
                record(folder, answer)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as answer:
            text = answer.read()
        os.waitpid(child, 0)
        truth = json.loads(text) if text else {"refused": {"error": "Crash", "message": "the process ended without an answer"}}
        print(json.dumps({"case": name, "truth": truth}, sort_keys=True), flush=True)


main()
