from dagster import Definitions, asset


@asset
def weekly_report(): ...


defs = Definitions(assets=[weekly_report])
