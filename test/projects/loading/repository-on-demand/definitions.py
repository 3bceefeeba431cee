"""A repository whose definitions are functions, called when they are asked for."""
import shop
from dagster import GraphDefinition, ScheduleDefinition, job, op, repository
from dagster._core.definitions.module_loaders.load_assets_from_modules import find_modules_in_package

modules = [module.__name__ for module in find_modules_in_package(shop)]


@op
def load(): ...


@job
def nightly():
    load()


def nightly_job():
    return nightly


@repository
def shop_repository():
    return {
        "jobs": {
            "nightly": nightly_job,
            "weekly": lambda: GraphDefinition(name="weekly", node_defs=[load]).to_job(description=",".join(sorted(set(modules)))),
        },
        "schedules": {"nightly_schedule": lambda: ScheduleDefinition(name="nightly_schedule", job_name="nightly", cron_schedule="@daily")},
    }
