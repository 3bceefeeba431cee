import importlib
import pkgutil

from dagster import AssetsDefinition, AssetSelection, Definitions, ScheduleDefinition, define_asset_job, load_assets_from_modules

from shop import generated, sources

modules = []
for info in pkgutil.walk_packages(sources.__path__, prefix=f"{sources.__name__}."):
    if info.ispkg:
        continue
    modules.append(importlib.import_module(info.name))

plain = [name for _, name, _ in pkgutil.iter_modules(sources.__path__)]

schedules = []
for module in modules:
    cron = getattr(module, "SCHEDULE", None)
    if cron:
        group = module.__name__.rsplit(".", 1)[-1]
        job = define_asset_job(f"{group}_job", AssetSelection.groups(group))
        schedules.append(ScheduleDefinition(job=job, cron_schedule=cron, name=f"{group}_of_{len(plain)}"))

found = [value for name, value in vars(generated).items() if isinstance(value, AssetsDefinition) and not name.startswith("_")]
by_dir = [getattr(generated, name) for name in dir(generated) if name.startswith("stock_north")]

defs = Definitions(assets=load_assets_from_modules(modules) + found, schedules=schedules)
