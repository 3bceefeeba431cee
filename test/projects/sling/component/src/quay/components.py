import dagster as dg
from dagster_sling import SlingReplicationCollectionComponent


class Cargo(SlingReplicationCollectionComponent):
    def get_asset_spec(self, stream_definition):
        spec = super().get_asset_spec(stream_definition)
        return spec.merge_attributes(tags={"stream": stream_definition["name"]}).replace_attributes(kinds={"sling", "parquet"})
