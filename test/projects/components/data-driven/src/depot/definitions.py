import importlib.resources
import json
import tomllib
from pathlib import Path
from urllib.parse import quote, unquote, urlparse, urlsplit

import dagster as dg
import yaml

feeds = yaml.safe_load(importlib.resources.files("depot.config").joinpath("feeds.yaml").read_text())["feeds"]
with open(dg.file_relative_path(__file__, "config/tables.json")) as file:
    tables = json.load(file)["tables"]
jobs = tomllib.loads((Path(__file__).parent / "config" / "jobs.toml").read_text())


def feed_asset(url: str, group: str):
    parsed = urlparse(url)
    name = unquote(Path(parsed.path).name).replace(".", "_").replace(" ", "_")

    @dg.asset(
        name=name,
        group_name=group,
        metadata={"host": parsed.netloc, "query": parsed.query, "params": parsed.params, "safe": quote(url, safe=""), "scheme": urlsplit(url)[0]},
    )
    def feed(): ...

    return feed


specs = [dg.AssetSpec(table["name"], deps=table["deps"], group_name="tables") for table in tables]


@dg.multi_asset(specs=specs)
def load_tables(): ...


schedules = [
    dg.ScheduleDefinition(
        cron_schedule=job["cron"], job=dg.define_asset_job(name, selection=dg.AssetSelection.assets(load_tables))
    )
    for name, job in jobs.items()
]

defs = dg.Definitions(assets=[*(feed_asset(**feed) for feed in feeds), load_tables], schedules=schedules)
