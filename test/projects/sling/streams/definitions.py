from dagster_sling import sling_assets, SlingResource, DagsterSlingTranslator
import dagster as dg
from pathlib import Path
HERE = Path(__file__).parent
@sling_assets(replication_config=HERE / "r.yaml")
def a(context, sling: SlingResource):
    yield from sling.replicate(context=context)
class T(DagsterSlingTranslator):
    def __init__(self, target_prefix="lake"):
        super().__init__(target_prefix=target_prefix)
    def get_deps_asset_key(self, stream_definition):
        return [dg.AssetKey(["src", *[p.strip("*") or "all" for p in stream_definition["name"].split(".")]])]
    def get_group_name(self, stream_definition):
        return stream_definition["name"].split(".")[0]
    def get_kinds(self, stream_definition):
        return {"sling", "pg"}
    def get_tags(self, stream_definition):
        return {"mode": stream_definition["config"].get("mode", "none") if stream_definition["config"] else "none"}
class U(DagsterSlingTranslator):
    def get_asset_spec(self, stream_definition):
        d = super().get_asset_spec(stream_definition)
        return d.replace_attributes(key=d.key.with_prefix("u"), automation_condition=dg.AutomationCondition.eager())
@sling_assets(replication_config={"source": "A", "target": "B", "streams": {"archive.*": None, "public.t1": {"object": "x.t1"}, "public.off": {"disabled": True}}}, dagster_sling_translator=T(), name="named", partitions_def=dg.StaticPartitionsDefinition(["a"]))
def b(context): ...
@sling_assets(replication_config=str(HERE / "r2.yaml"), dagster_sling_translator=U(), pool="p", op_tags={"a": "b"})
def c(context): ...
defs = dg.Definitions(assets=[a, b, c], resources={"sling": SlingResource(connections=[])})
