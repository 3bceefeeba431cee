from dagster_dlt import DltLoadCollectionComponent


class Loads(DltLoadCollectionComponent):
    def get_asset_spec(self, data):
        return super().get_asset_spec(data).merge_attributes(tags={"resource": data.resource.name})
