import dagster as dg
import dlt
from dagster_dlt import DagsterDltResource, DagsterDltTranslator, dlt_assets
from dagster_sling import DagsterSlingTranslator, SlingResource, sling_assets


class HarbourTranslator(DagsterSlingTranslator):
    def get_asset_spec(self, stream_definition):
        return dg.AssetSpec(
            automation_condition=dg.AutomationCondition.eager(),
            key=self._resolve_back_compat_method("get_asset_key", self._default_asset_key_fn, stream_definition),
            deps=self._resolve_back_compat_method("get_deps_asset_key", self._default_deps_fn, stream_definition),
            description=self._resolve_back_compat_method("get_description", self._default_description_fn, stream_definition),
            tags=self._resolve_back_compat_method("get_tags", self._default_tags_fn, stream_definition),
            kinds=self._resolve_back_compat_method("get_kinds", self._default_kinds_fn, stream_definition),
            group_name=self._resolve_back_compat_method("get_group_name", self._default_group_name_fn, stream_definition),
        )

    def get_asset_key(self, stream_definition):
        schema, name = stream_definition["name"].split(".")
        return dg.AssetKey(["harbour", schema, name])

    def get_tags(self, stream_definition):
        return {"stage": "raw"}


@sling_assets(
    replication_config={
        "source": "PORT",
        "target": "LAKE",
        "streams": {"public.ships": {"object": "raw.ships", "meta": {"dagster": {"group": "fleet"}}}, "public.crew": {"object": "raw.crew"}},
    },
    dagster_sling_translator=HarbourTranslator(),
)
def harbour_assets(context, sling: SlingResource):
    yield from sling.replicate(context=context)


@dlt.source
def tides():
    @dlt.resource
    def high_tides():
        """Two a day."""
        yield {"height": 4}

    @dlt.resource(name="low")
    def low_tides():
        yield {"height": 1}

    return high_tides, low_tides


class TideTranslator(DagsterDltTranslator):
    def get_asset_spec(self, data):
        return dg.AssetSpec(
            key=self._resolve_back_compat_method("get_asset_key", self._default_asset_key_fn, data.resource),
            deps=self._resolve_back_compat_method("get_deps_asset_keys", self._default_deps_fn, data.resource),
            description=self._resolve_back_compat_method("get_description", self._default_description_fn, data.resource),
            kinds=self._resolve_back_compat_method("get_kinds", self._default_kinds_fn, data.resource, data.destination),
            owners=self._resolve_back_compat_method("get_owners", self._default_owners_fn, data.resource),
        )

    def get_asset_key(self, resource):
        return dg.AssetKey(["tides", resource.name])

    def get_kinds(self, resource, destination):
        return {"tide", destination.destination_name}


@dlt_assets(
    dlt_source=tides(),
    dlt_pipeline=dlt.pipeline(pipeline_name="tides", dataset_name="raw", destination="duckdb"),
    dagster_dlt_translator=TideTranslator(),
)
def tide_assets(context, dlt: DagsterDltResource):
    yield from dlt.run(context=context)


defs = dg.Definitions(
    assets=[harbour_assets, tide_assets],
    resources={"sling": SlingResource(connections=[]), "dlt": DagsterDltResource()},
)
