import dagster as dg

from shop import checks, schedules, sensors
from shop.assets import marts, raw, staging
from shop.jobs import catalogue_job, ingest_job, warehouse_maintenance, weekly_report_job
from shop.resources import build_resources

defs = dg.Definitions(
    assets=[raw.stock_levels, raw.ad_spend, *dg.load_assets_from_modules([raw, staging, marts])],
    asset_checks=dg.load_asset_checks_from_modules([checks]),
    jobs=[ingest_job, catalogue_job, weekly_report_job, warehouse_maintenance],
    schedules=[schedules.ingest_schedule, schedules.catalogue_schedule, schedules.report_schedule, schedules.maintenance_schedule, schedules.price_check_schedule],
    sensors=[sensors.new_price_list, sensors.tell_the_team],
    resources=build_resources(),
)
