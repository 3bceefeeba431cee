import dagster as dg
from dagster import AssetDep, AssetIn, AssetSpec

daily = dg.DailyPartitionsDefinition("2024-01-01")
hourly = dg.HourlyPartitionsDefinition("2024-01-01-00:00")
regions = dg.StaticPartitionsDefinition(["emea", "apac"])
cities = dg.StaticPartitionsDefinition(["paris", "tokyo"])
grid = dg.MultiPartitionsDefinition({"day": daily, "region": regions})

to_region = dg.StaticPartitionMapping({"paris": "emea", "tokyo": {"apac"}})


@dg.asset(partitions_def=cities)
def city_sales(): ...


@dg.asset(partitions_def=regions, deps=[AssetDep(city_sales, partition_mapping=to_region)])
def region_sales(): ...


@dg.asset(partitions_def=hourly)
def sensor_readings(): ...


@dg.asset(partitions_def=daily)
def daily_average(sensor_readings): ...


@dg.asset(partitions_def=grid, ins={"daily_average": AssetIn(partition_mapping=dg.MultiToSingleDimensionPartitionMapping(partition_dimension_name="day"))})
def forecasts(daily_average): ...


@dg.asset(
    partitions_def=grid,
    deps=[
        AssetDep(
            "forecasts",
            partition_mapping=dg.MultiPartitionMapping(
                {
                    "day": dg.DimensionPartitionMapping(dimension_name="day", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-1, end_offset=-1)),
                    "region": dg.DimensionPartitionMapping("region", dg.IdentityPartitionMapping()),
                }
            ),
        )
    ],
)
def forecast_errors(): ...


@dg.asset(deps=[AssetDep("region_sales", partition_mapping=dg.SpecificPartitionsPartitionMapping(["emea"]))])
def emea_report(): ...


@dg.asset(deps=[forecasts, region_sales])
def everything_report(): ...


@dg.multi_asset(
    specs=[
        AssetSpec("region_targets", deps=[AssetDep("city_sales", partition_mapping=to_region)]),
        AssetSpec("region_gaps", deps=["region_targets"]),
    ],
    partitions_def=regions,
)
def plan(): ...


defs = dg.Definitions([city_sales, region_sales, sensor_readings, daily_average, forecasts, forecast_errors, emea_report, everything_report, plan])
