import os

from dagster import ConfigurableResource, EnvVar, FilesystemIOManager


class Database(ConfigurableResource):
    dsn: str


class Queue(ConfigurableResource):
    topic: str


def _database(schema: str) -> Database:
    return Database(dsn=f"postgresql://db.internal/{schema}")


def get_deployment() -> str:
    if os.getenv("DAGSTER_CLOUD_IS_BRANCH_DEPLOYMENT", "") == "1":
        return "branch"
    return os.environ.get("SHOP_DEPLOYMENT", "local")


def build_resources(deployment: str) -> dict:
    shared = {"io_manager": FilesystemIOManager(base_dir=f"/data/{deployment}")}
    by_deployment = {
        "local": {"database": _database("dev")},
        "branch": {"database": _database("branch")},
        "staging": {"database": _database("staging"), "queue": Queue(topic="staging-orders")},
        "production": {"database": Database(dsn=EnvVar("SHOP_DSN")), "queue": Queue(topic=EnvVar("SHOP_TOPIC"))},
    }
    return {**shared, **by_deployment[deployment]}


RESOURCES = build_resources(get_deployment())
