import csv
from dagster import asset, Definitions, file_relative_path

def rows():
    with open(file_relative_path(__file__, "data/feeds.csv")) as f:
        r = csv.reader(f, delimiter="|")
        header = next(r)
        for line in r:
            yield dict(zip(header, line))

def factory(name, cron):
    @asset(name=f"feed_{name}", metadata={"cron": cron})
    def _f(): ...
    return _f

defs = Definitions(assets=[factory(r["name"], r["cron"]) for r in rows()])
