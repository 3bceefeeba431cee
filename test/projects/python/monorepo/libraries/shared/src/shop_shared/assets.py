import dagster as dg


class Lake(dg.ConfigurableResource):
    bucket: str


def archive_of(definition: dg.AssetsDefinition) -> dg.AssetsDefinition:
    @dg.asset(key=definition.key.with_prefix("archive"), deps=[definition])
    def _archive(lake: Lake): ...

    return _archive


def shared_resources():
    return {"lake": Lake(bucket="s3://archive")}
