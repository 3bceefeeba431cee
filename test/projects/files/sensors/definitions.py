import yaml, dagster as dg
from pathlib import Path
conf = yaml.safe_load(Path(__file__).with_name("c.yaml").open("r", encoding="utf8"))
def mk_job(c):
    @dg.op(name=f"{c['name']}_op")
    def o(): ...
    @dg.job(name=c["name"], tags=c.get("tags", {}))
    def j():
        o()
    return j
jobs = [mk_job(c) for c in conf["jobs"]]
def mk_sensor(c, job):
    @dg.sensor(name=f"{c['name']}_sensor", job=job, minimum_interval_seconds=c.get("interval", 30), default_status=dg.DefaultSensorStatus[c.get("status", "STOPPED")])
    def s(context): ...
    return s
def mk_sched(c, job):
    @dg.schedule(job=job, cron_schedule=c["cron"], name=f"{c['name']}_schedule", default_status=dg.DefaultScheduleStatus.RUNNING if c.get("on") else dg.DefaultScheduleStatus.STOPPED)
    def s(context): ...
    return s
defs = dg.Definitions(jobs=jobs, sensors=[mk_sensor(c, j) for c, j in zip(conf["jobs"], jobs) if c.get("sensor")], schedules=[mk_sched(c, j) for c, j in zip(conf["jobs"], jobs) if "cron" in c])
