import csv
import glob
import json
import os
import tomllib
from pathlib import Path

import yaml
from dagster import AssetKey, Definitions, RetryPolicy, ScheduleDefinition, asset, define_asset_job, file_relative_path

HERE = Path(__file__).parent
CONFIG = yaml.safe_load((HERE / "config" / "tables.yaml").read_text())

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "config", "exports.json")) as f:
    exports = json.load(f)

with (HERE.parent / "settings.toml").open("rb") as f:
    settings = tomllib.load(f)["shop"]

with open(file_relative_path(__file__, "config/teams.csv"), newline="") as f:
    teams = {row["table"]: row["team"] for row in csv.DictReader(f)}


def table_asset(table):
    name = table["name"]
    owners = [o for o in (table.get("owner"), f"team:{teams[name]}" if name in teams else None) if o]

    @asset(name=name, group_name=table.get("group"), owners=owners, deps=table.get("depends_on", []), description=table.get("description"))
    def _copy(): ...

    return _copy


def export_asset(target):
    @asset(key=[*settings["prefix"], target["name"]], deps=[AssetKey(t) for t in target["tables"]], retry_policy=RetryPolicy(max_retries=settings["retries"]))
    def _export(): ...

    return _export


def sql_asset(path: Path):
    first_line = path.read_text().splitlines()[0]

    @asset(
        name=path.stem,
        key_prefix=list(path.relative_to(HERE / "sql").parts[:-1]),
        deps=[first_line.removeprefix("-- depends:").strip()],
        kinds={path.suffix.lstrip(".")},
    )
    def _model(): ...

    return _model


tables = [table_asset(t) for t in CONFIG["tables"] if t.get("enabled", True)]
models = [sql_asset(path) for path in sorted((HERE / "sql").rglob("*.sql"))]
configs = sorted(os.path.splitext(os.path.basename(p))[0] for p in glob.glob(str(HERE / "config" / "*.json")))
has_sql = (HERE / "sql").is_dir() and not os.path.exists(HERE / "sql" / "broken.sql") and len(list(HERE.glob("config/*"))) == 3

jobs = {name: define_asset_job(name, selection=s["select"]) for name, s in CONFIG["schedules"].items()}
defs = Definitions(
    assets=[*tables, *map(export_asset, exports["targets"]), *(models if has_sql else [])],
    jobs=[*jobs.values(), define_asset_job("_".join(configs), "*")],
    schedules=[ScheduleDefinition(job=jobs[n], cron_schedule=s["cron"]) for n, s in CONFIG["schedules"].items()],
)
