import dagster as dg


@dg.asset(group_name="fleet")
def vehicles(): ...


@dg.asset(group_name="fleet")
def mileage(vehicles): ...


inspection = dg.ScheduleDefinition(name="inspection", target=[mileage], cron_schedule="0 8 1 */2 *")
