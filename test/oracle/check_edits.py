"""Asks real Dagster whether `dagsight edit` did what it said.

    check_edits.py [--operations A,B] [--count N] [--patches FOLDER] CASE_FOLDER…
    check_edits.py … --projects LIST SOURCES --recorder COMMAND [--only TEXT]

Every edit is made in a copy: its patch is printed with `--diff` and given to `git apply`, the result is loaded by real Dagster and read by Dagsight, and
both must have seen the same change: the same objects appear, disappear, differ in the same fields, and only those that were meant (`edit_intents.py`).
After a rename Dagster's graph must be the old one with the new name.
One line an edit: "same", "refused" (by dagsight, with its reason) or what differs; then a table; exit code 1 when anything differs.

Run it in an environment with requirements.txt, from the root of the repository; it needs `node` and `git`. A case folder is one of `record.py`. LIST is
JSON of `{name, repo, path, entry, stubbed?, dummy_env?, dev_cli?}`, SOURCES holds the repositories as OWNER+NAME, and COMMAND takes
`--project FOLDER --module M|--file F|--defs-folder D --out FILE` and writes `{assets, jobs, schedules, sensors, resources, asset_checks}`.
"""

import argparse
import collections
import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from edit_intents import changed, departure
from edit_requests import REQUESTS, requests_for

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NODE_FIELDS = ("group", "kinds", "owners", "tags", "description", "partitions", "automation", "codeVersion", "ioManager", "checks", "resources")
FIELDS = {
    "nodes": (lambda each: each["key"], NODE_FIELDS),
    "edges": (lambda each: f"{each['from']} -> {each['to']}", ()),
    "checks": (lambda each: f"{each['asset']}:{each['name']}", ("blocking",)),
    "jobs": (lambda each: each["name"], ("assets",)),
    "schedules": (lambda each: each["name"], ("cron", "target")),
    "sensors": (lambda each: each["name"], ("assets", "monitors")),
    "resources": (lambda each: each["key"], ()),
}


class OwnCase:
    """A fixture, recorded by `record.py`."""

    def __init__(self, folder):
        self.source, self.name = folder, str(folder.relative_to(ROOT)) if folder.is_relative_to(ROOT) else folder.name
        self.case = json.loads((folder / "case.json").read_text())
        names = {"module": "-m", "file": "-f", "autoloadDefs": "--autoload-defs-module-name", "attribute": "-a", "workingDirectory": "-d"}
        entry = [part for key, value in self.case["entry"].items() for part in (names[key], value)]
        self.arguments = [".", *entry, *(part for name, value in self.case.get("environment", {}).items() for part in ("--env", f"{name}={value}"))]

    def copy(self, folder):
        for layer in self.case.get("project", ["."]):
            shutil.copytree(self.source / layer, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "case.json").write_text(json.dumps({name: value for name, value in self.case.items() if name != "project"}))

    def load(self, folder):
        run = subprocess.run([sys.executable, str(HERE / "record.py"), str(folder)], capture_output=True, text=True, check=False)
        lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
        return json.loads(lines[-1])["truth"] if lines else {"refused": run.stderr[-400:]}


class PublicCase:
    """A project of a list, recorded by a command of the caller's."""

    def __init__(self, case, sources, recorder):
        self.case, self.name, self.recorder = case, case["name"], recorder
        self.source = sources / case["repo"].replace("/", "+")
        entry = case["entry"]
        flag = {"file": "-f", "module": "-m", "defs_folder": "--autoload-defs-module-name"}[entry["kind"]]
        working = [] if entry.get("workdir", ".") == "." else ["-d", entry["workdir"]]
        attribute = ["-a", entry["attr"]] if entry.get("attr") else []
        variables = [f"{name}=1" for name in case.get("dummy_env") or [] if re.fullmatch(r"[A-Za-z_]\w*", name)]
        variables += ["DAGSTER_IS_DEV_CLI=1"] if case.get("dev_cli") else []
        self.arguments = [case["path"], flag, entry["target"], *working, *attribute, *(part for each in variables for part in ("--env", each))]

    def copy(self, folder):
        shutil.copytree(self.source, folder, dirs_exist_ok=True, symlinks=True, ignore=shutil.ignore_patterns("__pycache__", ".git"))

    def load(self, folder):
        entry = self.case["entry"]
        flag = {"file": "--file", "module": "--module", "defs_folder": "--defs-folder"}[entry["kind"]]
        out = folder / ".truth.json"
        options = ["--workdir", entry.get("workdir") or ".", *(["--attr", entry["attr"]] if entry.get("attr") else [])]
        options += ["--stub-missing", "--dummy-env", *(["--dev"] if self.case.get("dev_cli") else [])]
        project = ["--project", str(folder / self.case["path"]), flag, entry["target"], "--out", str(out)]
        subprocess.run([*shlex.split(self.recorder), *project, *options], cwd=folder / self.case["path"], capture_output=True, check=False)
        truth = json.loads(out.read_text())
        out.unlink()
        return {"refused": truth["error"]} if "error" in truth else as_document(truth)


def as_document(truth):
    """The recorder's words in those of the graph document, as far as edits are seen in them."""
    names = {"automation": "automation_condition", "codeVersion": "code_version", "ioManager": "io_manager_key", "resources": "required_resource_keys"}
    nodes = [{"key": each["key"], **{field: each.get(names.get(field, field)) for field in NODE_FIELDS}} for each in truth["assets"]]
    for node in nodes:
        node["resources"] = [key for key in node["resources"] or [] if key != node["ioManager"]]
    edges = [{"from": upstream, "to": each["key"]} for each in truth["assets"] for upstream in each["deps"]]
    sensors = [{**each, "monitors": each.get("monitored_assets"), "assets": each.get("assets")} for each in truth["sensors"]]
    jobs = [{"name": each["name"], "assets": each.get("assets", [])} for each in truth["jobs"] if not each.get("anonymous")]
    schedules = [{**each, "target": target_of(each.get("target"))} for each in truth["schedules"]]
    rest = {"checks": truth["asset_checks"], "schedules": schedules, "resources": [{"key": key} for key in truth["resources"]]}
    return {"nodes": nodes, "edges": edges, "sensors": sensors, "jobs": jobs, **rest}


def target_of(target):
    """A job by its name; of the hidden jobs of `target=` what they select."""
    if not target or target["job"].startswith("__"):
        return target and {"assets": target["assets"]}
    return {"job": target["job"]}


def facts(document):
    """By section and identity, the fields that edits change."""
    found = {}
    for section, (identity, fields) in FIELDS.items():
        for each in document[section]:
            found[f"{section} {identity(each)}"] = {field: ordered(each.get(field)) for field in fields}
    return found


def ordered(value):
    if isinstance(value, dict):
        return {name: ordered(item) for name, item in value.items()}
    return sorted((ordered(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True)) if isinstance(value, list) else value


def delta(before, after):
    """What one edit did: for each object whether it is new, gone, or which of its fields changed."""
    left, right = facts(before), facts(after)
    changes = {}
    for name in left.keys() | right.keys():
        if name not in right or name not in left:
            changes[name] = "gone" if name in left else "new"
        elif left[name] != right[name]:
            changes[name] = changed(*(field for field, value in left[name].items() if value != right[name][field]))
    return changes


def renamed(value, old, new):
    if isinstance(value, dict):
        kept = {name: item for name, item in value.items() if name not in ("source", "definition", "id", "function", "keyPath")}
        return {name: renamed(item, old, new) for name, item in kept.items()}
    if isinstance(value, list):
        return sorted((renamed(item, old, new) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    if not isinstance(value, str):
        return value
    if value == old or value.startswith(f"{old}:"):
        return new + value[len(old) :]
    for suffix in ([], ["io_manager"]):
        if value == "__".join([*old.split("/"), *suffix]):
            return "__".join([*new.split("/"), *suffix])
    return value


class Trial:
    """A copy of one case, in which edits are made and taken back."""

    def __init__(self, case, folder, options):
        self.case, self.folder, self.options = case, folder, options
        case.copy(folder)
        self.git("init", "-q")
        self.truth, self.graph = case.load(folder), self.read()

    def git(self, *arguments, text=None):
        return subprocess.run(["git", *arguments], cwd=self.folder, input=text, capture_output=True, text=True, check=False)

    def dagsight(self, *arguments):
        return subprocess.run([*shlex.split(self.options.cli), *arguments], cwd=self.folder, capture_output=True, text=True, check=False)

    def read(self):
        run = self.dagsight("graph", *self.case.arguments, "--format", "json", "-q")
        locations = json.loads(run.stdout)["codeLocations"] if run.stdout.startswith("{") else []
        return locations[0] if locations else None

    def attempt(self, request):
        """(verdict, words)"""
        run = self.dagsight("edit", *request, *self.case.arguments, "--diff", "-q")
        if run.returncode not in (0, 1):
            return "CRASHED", run.stderr[-400:]
        if run.returncode == 1:
            return "refused", " | ".join(line.strip() for line in run.stderr.strip().splitlines()[:2])
        patch = run.stdout
        if patch.strip() == "":
            return "nothing", ""
        self.keep(request, patch)
        applied = self.git("apply", "--whitespace=nowarn", "-", text=patch)
        if applied.returncode != 0:
            return "DIFFERS", f"git apply: {applied.stderr[:200]}"
        try:
            return self.judge(request)
        finally:
            self.git("apply", "-R", "--whitespace=nowarn", "-", text=patch)

    def judge(self, request):
        truth = self.case.load(self.folder)
        if "refused" in truth:
            return "DIFFERS", f"Dagster refuses the result: {truth['refused']}"
        if request[0] == "rename-asset":
            wanted, found = facts(renamed(self.truth, *request[1:3])), facts(renamed(truth, *request[1:3]))
            differing = [name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)]
            return ("DIFFERS", f"{differing[0]}: {wanted.get(differing[0])} {found.get(differing[0])}") if differing else ("same", "")
        theirs, ours = delta(self.truth, truth), delta(self.graph, self.read())
        differing = [name for name in theirs.keys() | ours.keys() if theirs.get(name) != ours.get(name)]
        if differing:
            return "DIFFERS", f"{differing[0]}: Dagster {theirs.get(differing[0])}, Dagsight {ours.get(differing[0])}"
        unmeant = departure(request, facts(self.truth), theirs)
        return ("DIFFERS", unmeant) if unmeant else ("same", "")

    def keep(self, request, patch):
        if self.options.patches:
            name = re.sub(r"[^\w.-]+", "-", " ".join([Path(self.case.name).name, *request]))[:150]
            (self.options.patches / f"{name}.patch").write_text(patch, newline="")


def check(case, options, tally):
    with tempfile.TemporaryDirectory() as temporary:
        trial = Trial(case, Path(temporary).resolve() / "project", options)
        if "refused" in trial.truth or trial.graph is None:
            print(f"left out {case.name}: {trial.truth.get('refused', 'no code location')}"[:600], flush=True)
            return
        for operation in options.operations:
            for request in requests_for(operation, trial.graph, options.count):
                verdict, words = trial.attempt(request)
                tally[operation][verdict] += 1
                print(f"{verdict:9}{case.name}: {' '.join(request)}{': ' if words else ''}{words}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", type=Path)
    parser.add_argument("--projects", nargs=2, type=Path)
    parser.add_argument("--recorder")
    parser.add_argument("--only", default="")
    parser.add_argument("--operations", type=lambda text: text.split(","), default=list(REQUESTS))
    parser.add_argument("--count", type=int, default=3)
    parser.add_argument("--patches", type=Path)
    parser.add_argument("--cli", default=f"node {ROOT / 'src/entrypoints/cli.ts'}")
    options = parser.parse_args()
    if options.patches:
        options.patches.mkdir(parents=True, exist_ok=True)
    cases = [OwnCase(folder.resolve()) for folder in options.cases]
    if options.projects:
        listed, sources = options.projects
        cases += [PublicCase(case, sources, options.recorder) for case in json.loads(listed.read_text()) if options.only in case["name"]]
    tally = collections.defaultdict(collections.Counter)
    for case in cases:
        check(case, options, tally)
    verdicts = ("same", "nothing", "refused", "DIFFERS", "CRASHED")
    print(f"{'':26}" + "".join(f"{verdict:>9}" for verdict in verdicts))
    for operation, counts in tally.items():
        print(f"{operation:26}" + "".join(f"{counts[verdict]:9}" for verdict in verdicts))
    return 1 if any(counts["DIFFERS"] + counts["CRASHED"] for counts in tally.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
