"""Records what real dbt reads from a project, as the goldens of test/dbt.

    python record_manifest.py PROJECT_DIR OUT.json

dbt (with dbt-duckdb) parses a copy; the project's own profiles.yml is used where there is one, else a dummy for duckdb.
Only what our reading claims is kept: nodes, their parents, tests, sources and configuration.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

DBT = Path(sys.executable).parent / "dbt"
KEPT = ("resource_type", "package_name", "name", "fqn", "original_file_path", "alias", "group", "access", "version",
        "latest_version", "description", "attached_node", "source_name", "identifier")


def prepare(project: Path, scratch: Path) -> Path:
    copy = scratch / "project"
    shutil.copytree(project, copy, symlinks=False, ignore=shutil.ignore_patterns("target", "logs", ".git"))
    settings = yaml.safe_load((copy / "dbt_project.yml").read_text())
    if not (copy / "profiles.yml").exists():
        profile = {settings.get("profile", "default"): {"target": "dev", "outputs": {"dev": {"type": "duckdb", "path": ":memory:"}}}}
        (copy / "profiles.yml").write_text(yaml.safe_dump(profile))
    return copy


def run(copy: Path, *args: str, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run([DBT, "--no-send-anonymous-usage-stats", *args, "--profiles-dir", str(copy), "--project-dir", str(copy)],
                          capture_output=True, text=True, cwd=copy, env={**os.environ, **(environment or {})})
    return "" if done.returncode == 0 else done.stdout + done.stderr


def reduce(manifest: dict) -> dict:
    nodes = {}
    for section in ("nodes", "sources", "exposures", "metrics", "semantic_models", "saved_queries", "unit_tests"):
        for unique_id, node in manifest.get(section, {}).items():
            if node["package_name"] == "dbt":
                continue
            nodes[unique_id] = reduce_node(node)
    disabled = {unique_id for unique_id in manifest["disabled"]}
    return {"nodes": dict(sorted(nodes.items())), "disabled": sorted(disabled), "groups": sorted(manifest["groups"])}


def reduce_node(node: dict) -> dict:
    reduced = {key: node[key] for key in KEPT if node.get(key) not in (None, "")}
    reduced["depends_on"] = sorted(node.get("depends_on", {}).get("nodes", []))
    reduced["config"] = {key: value for key, value in node.get("config", {}).items() if value is not None}
    reduced["tags"] = sorted(node.get("tags", []))
    reduced["meta"] = node.get("meta", {})
    reduced["columns"] = {
        name: {key: value for key, value in {"description": column.get("description"), "data_type": column.get("data_type"),
                                             "tags": sorted(column.get("tags", [])), "meta": column.get("meta")}.items() if value}
        for name, column in node.get("columns", {}).items()
    }
    if node.get("test_metadata"):
        reduced["test"] = node["test_metadata"]
    return reduced


def main() -> None:
    project, out = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        copy = prepare(project, Path(scratch))
        if (copy / "packages.yml").exists():
            run(copy, "deps")
        failed = run(copy, "parse", "--no-partial-parse")
        if failed:
            sys.exit(failed)
        manifest = json.loads((copy / "target" / "manifest.json").read_text())
    out.write_text(json.dumps(reduce(manifest), indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
