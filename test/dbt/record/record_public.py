"""Records what real dbt reads from public projects that are laid out in a folder; scripts/dbt-fidelity.mjs compares our reading with it.

    python record_public.py SOURCES RECORDS [--packages FOLDER] [--only TEXT]

dbt (with dbt-duckdb) parses a copy of every project below SOURCES: the profile's outputs become duckdb's, packages that are not in the
repository are taken from FOLDER, and environment variables without a default get the value 1. A record says what was put in place, so
that the other side reads the same project. A project that dbt refuses is recorded with what dbt says.
"""

import argparse
import json
import re
import shutil
import tempfile
from pathlib import Path

import yaml
from record_manifest import reduce, run

SKIPPED = {"dbt_packages", "dbt_modules", "node_modules", ".venv"}
UNSET = re.compile(r"Env var required but not provided: '(\w+)'")
MOST_VARIABLES = 40


def projects_below(sources: Path):
    for file in sorted(sources.rglob("dbt_project.yml")):
        if not SKIPPED.intersection(file.relative_to(sources).parts):
            yield file.parent


def duckdb_profiles(copy: Path, name: str) -> str:
    """The committed profile with every output on duckdb, where there is one that can be read; else a dummy."""
    file = copy / "profiles.yml"
    try:
        profile = yaml.safe_load(file.read_text()).get(name) if file.exists() else None
        outputs = {key: output_of(output) for key, output in profile["outputs"].items()} if profile else None
        chosen = {name: {"target": profile.get("target", "default"), "outputs": outputs}} if outputs else None
    except (yaml.YAMLError, AttributeError, KeyError, TypeError):
        chosen = None
    return yaml.safe_dump(chosen or {name: {"target": "dev", "outputs": {"dev": {"type": "duckdb", "path": ":memory:"}}}})


def output_of(output: dict) -> dict:
    schema = output.get("schema", output.get("dataset"))
    return {"type": "duckdb", "path": ":memory:", **({"schema": schema} if isinstance(schema, str) else {})}


def declared_packages(folder: Path):
    for name in ("packages.yml", "dependencies.yml"):
        file = folder / name
        if not file.exists():
            continue
        for entry in (yaml.safe_load(file.read_text()) or {}).get("packages") or []:
            if "local" in entry:
                yield "local", (folder / entry["local"]).resolve()
            else:
                yield "named", str(entry.get("package") or entry.get("git") or "").split("/")[-1].removesuffix(".git")


def install(copy: Path, settings: dict, packages: Path | None) -> list[str]:
    """As `dbt deps` would, from a folder instead of the hub; names the packages that were put in place."""
    installed = copy / settings.get("packages-install-path", "dbt_packages")
    waiting, added = list(declared_packages(copy)), []
    while waiting:
        kind, source = waiting.pop()
        origin = source if kind == "local" else packages and find_package(packages, source)
        if not origin or not (origin / "dbt_project.yml").exists():
            continue
        name = yaml.safe_load((origin / "dbt_project.yml").read_text())["name"]
        if (installed / name).exists() or name in added or name == settings["name"]:
            continue
        shutil.copytree(origin, installed / name, ignore=shutil.ignore_patterns("integration_tests*", ".git", "target", "logs"))
        if kind != "local":
            added.append(name)
        waiting += declared_packages(origin)
    return added


def find_package(packages: Path, source: str) -> Path | None:
    wanted = source.replace("-", "_").removeprefix("dbt_")
    return next((path for path in packages.iterdir() if path.name.replace("-", "_").removeprefix("dbt_") == wanted), None)


def record(project: Path, packages: Path | None, scratch: Path) -> dict:
    copy = scratch / "project"
    # Local packages are named by paths that lead out of the project.
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("target", "logs", ".git"))
    settings = yaml.safe_load((copy / "dbt_project.yml").read_text())
    profiles = duckdb_profiles(copy, settings.get("profile", "default"))
    (copy / "profiles.yml").write_text(profiles)
    place = {"environment": {}, "profiles": profiles, "added": install_from(project, copy, settings, packages)}
    for _ in range(MOST_VARIABLES):
        failed = run(copy, "parse", "--no-partial-parse", environment=place["environment"])
        missing = set(UNSET.findall(failed)) - set(place["environment"])
        if not missing:
            break
        place["environment"].update({name: "1" for name in missing})
    if failed:
        return {**place, "refused": failed[-1500:]}
    return {**place, **reduce(json.loads((copy / settings.get("target-path", "target") / "manifest.json").read_text()))}


def install_from(project: Path, copy: Path, settings: dict, packages: Path | None) -> list[str]:
    for kind, source in declared_packages(project):
        if kind == "local" and (source / "dbt_project.yml").exists():
            name = yaml.safe_load((source / "dbt_project.yml").read_text())["name"]
            target = copy / settings.get("packages-install-path", "dbt_packages") / name
            if not target.exists():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("integration_tests*", ".git", "target", "logs"))
    return install(copy, settings, packages)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("sources", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--packages", type=Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    options.records.mkdir(parents=True, exist_ok=True)
    for project in projects_below(options.sources):
        name = project.relative_to(options.sources).as_posix()
        out = options.records / f"{name.replace('/', '__')}.json"
        if options.only not in name or out.exists():
            continue
        with tempfile.TemporaryDirectory() as scratch:
            try:
                recorded = record(project, options.packages, Path(scratch))
            except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError, shutil.Error) as error:
                recorded = {"environment": {}, "profiles": "", "added": [], "refused": f"{type(error).__name__}: {error}"[:1500]}
        out.write_text(json.dumps({"project": name, **recorded}, indent=1, sort_keys=True) + "\n")
        print(name, "refused" if "refused" in recorded else f"{len(recorded['nodes'])} nodes", flush=True)


if __name__ == "__main__":
    main()
