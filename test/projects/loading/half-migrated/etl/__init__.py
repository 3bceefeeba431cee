from dagster import Definitions, load_assets_from_modules

from .assets import daily, legacy
from .jobs import all_jobs, all_schedules
from .repository_old import RESOURCE_DEFS as _RESOURCE_DEFS

defs = Definitions(
    assets=load_assets_from_modules(modules=[daily, legacy]),
    jobs=all_jobs,
    schedules=all_schedules,
    resources=_RESOURCE_DEFS,
)
