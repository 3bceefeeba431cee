"""Asks real Dagster whether `dagsight edit` did what it said: renames assets in copies of fixtures and loads them before and after.

    record_edits.py [--assets N] [--match TEXT] CASE_FOLDER…      one line a rename: "same", "refused" (by dagsight), or what differs; exit code 1 when one differs

Run it in an environment with requirements.txt, from the root of the repository; it needs `node`. A case folder is one of `record.py`: the truth before,
with the new name in place of the old one, has to be the truth after.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLACES = {"source", "definition", "id", "function"}


def truth(folder):
    run = subprocess.run([sys.executable, str(HERE / "record.py"), str(folder)], capture_output=True, text=True, check=False)
    lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
    return json.loads(lines[-1])["truth"] if lines else {"refused": run.stderr[-400:]}


def renamed(value, old, new):
    if isinstance(value, dict):
        return {name: renamed(item, old, new) for name, item in value.items() if name not in PLACES}
    if isinstance(value, list):
        if value in (old.split("/"), new.split("/")):
            return new.split("/")
        items = [renamed(item, old, new) for item in value]
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))
    if not isinstance(value, str):
        return value
    if value == old or value.startswith(f"{old}:"):
        return new + value[len(old) :]
    manager = "__".join([*old.split("/"), "io_manager"])
    return "__".join([*new.split("/"), "io_manager"]) if value == manager else value


def entry_flags(entry):
    names = {"module": "-m", "file": "-f", "autoloadDefs": "--autoload-defs-module-name", "attribute": "-a", "workingDirectory": "-d"}
    return [part for key, value in entry.items() for part in (names[key], value)]


def check(case_folder, count, match):
    failures = 0
    before = truth(case_folder)
    if "refused" in before:
        return 0
    case = json.loads((case_folder / "case.json").read_text())
    keys = [node["key"] for node in before["nodes"] if node["kind"] != "stub" and match in node["key"]][:count]
    for key in keys:
        new = re.sub(r"[^/]+$", lambda leaf: f"{leaf.group()}_renamed", key)
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary) / "case"
            copy_case(case_folder, case, folder)
            env = [part for name, value in case.get("environment", {}).items() for part in ("--env", f"{name}={value}")]
            command = ["node", str(ROOT / "src/entrypoints/cli.ts"), "edit", "rename-asset", key, new, ".", "-q", *entry_flags(case["entry"]), *env]
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if run.returncode != 0:
                print(f"refused  {case_folder.name}: {key}: {run.stderr.strip().splitlines()[0] if run.stderr.strip() else run.returncode}")
                continue
            wanted, found = renamed(before, key, new), renamed(truth(folder), key, new)
            if wanted == found:
                print(f"same     {case_folder.name}: {key}")
                continue
            failures += 1
            print(f"DIFFERS  {case_folder.name}: {key}: {difference(wanted, found)}")
    return failures


def copy_case(case_folder, case, folder):
    for layer in case.get("project", ["."]):
        shutil.copytree(case_folder / layer, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    own = {name: value for name, value in case.items() if name != "project"}
    (folder / "case.json").write_text(json.dumps(own))


def difference(wanted, found):
    for name in wanted:
        if wanted[name] != found.get(name):
            return f"{name}: wanted {json.dumps(wanted[name])[:300]} found {json.dumps(found.get(name))[:300]}"
    return json.dumps(found)[:300]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assets", type=int, default=3)
    parser.add_argument("--match", default="")
    parser.add_argument("cases", nargs="+", type=Path)
    options = parser.parse_args()
    failures = sum(check(case.resolve(), options.assets, options.match) for case in options.cases)
    print(f"{failures} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
