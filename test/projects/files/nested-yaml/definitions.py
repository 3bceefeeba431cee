import yaml, os
from itertools import chain
from dagster import AssetsDefinition, AssetKey, Definitions, define_asset_job, AssetSelection, ScheduleDefinition, op, OpExecutionContext, asset, MaterializeResult, EnvVar

BASE_DIR = os.path.abspath(os.path.dirname(__file__))
with open(f"{BASE_DIR}/conf/sources.yml", "rt") as fp:
    SOURCES = yaml.safe_load(fp.read())

def build(source, table, opts):
    opts = opts or {}
    @asset(key=AssetKey([source, table]), group_name=source, compute_kind=opts.get("kind", "python"), op_tags={"dagster/priority": str(opts.get("priority", 0))})
    def _a(context) -> MaterializeResult: ...
    return _a

assets = list(chain.from_iterable([[build(s["name"], t, o) for t, o in s["tables"].items()] for s in SOURCES["sources"] if s.get("active", True)]))
jobs = {s["name"]: define_asset_job(f"{s['name']}_job", selection=AssetSelection.groups(s["name"]), tags=s.get("tags")) for s in SOURCES["sources"] if s.get("active", True)}
schedules = [ScheduleDefinition(job=jobs[s["name"]], cron_schedule=s["schedule"]["cron"], execution_timezone=s["schedule"].get("tz", "UTC")) for s in SOURCES["sources"] if "schedule" in s and s["name"] in jobs]
defs = Definitions(assets=assets, jobs=list(jobs.values()), schedules=schedules)
