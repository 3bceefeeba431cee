import dagster as dg

from shop.defs.orders import orders

order_job = dg.define_asset_job("order_job", selection=[orders])
order_schedule = dg.ScheduleDefinition(job=order_job, cron_schedule="0 6 * * *")


@dg.sensor(job=order_job)
def order_sensor(): ...
