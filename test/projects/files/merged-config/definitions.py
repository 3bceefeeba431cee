from dagster import (
    Definitions,
    asset,
    config_from_files,
    config_from_pkg_resources,
    config_from_yaml_strings,
    file_relative_path,
)


def conf(name):
    return file_relative_path(__file__, f"conf/{name}")


sources = config_from_files([conf("base.yaml"), conf("local.yaml")])["sources"]
tables = config_from_files(config_files=[conf("tables/*.yaml")])
settings = config_from_yaml_strings(["layers: {raw: 1, clean: 2}", "layers:\n  clean: 3\n  since: 2024-02-29"])
defaults = config_from_pkg_resources([("shop", "conf/defaults.yaml"), ("shop", "conf/swiss.yaml")])


def build(name, group, owner=None, tags=None):
    @asset(name=name, group_name=group, owners=[owner] if owner else None, tags=tags)
    def table(): ...

    return table


assets = [
    build(table, source, settings["owner"], {"since": settings["since"]} if "since" in settings else None)
    for source, settings in sources.items()
    for table in settings["tables"]
]
assets += [build(name, table["group"]) for name, table in tables.items()]
assets += [build(f"layer_{layer}", "layers", tags={"rank": str(rank)}) for layer, rank in settings["layers"].items()]
assets += [build("price", "prices", tags=defaults)]

defs = Definitions(assets=assets)
