import dagster as dg
@dg.op
def o(): ...
@dg.job(partitions_def=dg.DailyPartitionsDefinition("2024-01-01"))
def j(): o()
s = dg.build_schedule_from_partitioned_job(j)

defs = dg.Definitions(jobs=[j], schedules=[s])
