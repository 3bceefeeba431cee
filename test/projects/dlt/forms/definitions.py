import dlt
import dagster as dg
from dagster_dlt import DagsterDltResource, dlt_assets, DagsterDltTranslator
TABLES = ("orders", "items")
@dlt.source(name="shop")
def shop(tables=TABLES):
    for t in tables:
        yield dlt.resource([{"id": 1}], name=t, write_disposition="merge", primary_key="id")
    @dlt.resource(name="custom", table_name="renamed")
    def r1():
        "Doc of r1."
        yield from []
    yield r1
    @dlt.transformer(data_from=r1)
    def details(item):
        yield item
    yield details
@dlt.source
def one(prefix: str = "p"):
    @dlt.resource
    def plain():
        yield 1
    def make(n):
        @dlt.resource(name=f"{prefix}_{n}")
        def inner():
            yield n
        return inner
    return [plain, *[make(i) for i in range(2)], plain | dlt.transformer(lambda x: x, name="tr")]
def items():
    yield 1
hinted = dlt.resource(items, name="base")
hinted.apply_hints(table_name="hinted_table", write_disposition="append")
@dlt.source
def third():
    return hinted, dlt.resource(items)
class T(DagsterDltTranslator):
    def get_asset_spec(self, data):
        d = super().get_asset_spec(data)
        return d.replace_attributes(key=dg.AssetKey(["dlt", data.resource.name]), deps=[], group_name="g")
@dlt_assets(dlt_source=shop(), dlt_pipeline=dlt.pipeline(pipeline_name="p", destination="duckdb", dataset_name="d"), name="shop", group_name="shop")
def a(context, dlt: DagsterDltResource): ...
@dlt_assets(dlt_source=shop(("a1", "b1")).with_resources("a1"), dlt_pipeline=dlt.pipeline(pipeline_name="p2", destination="snowflake"), dagster_dlt_translator=T())
def b(context, dlt: DagsterDltResource): ...
@dlt_assets(dlt_source=one("q"), dlt_pipeline=dlt.pipeline(pipeline_name="p3", destination=dlt.destinations.filesystem("s3://x")), name="one")
def c(context, dlt: DagsterDltResource): ...
@dlt_assets(dlt_source=third(), dlt_pipeline=dlt.pipeline(pipeline_name="p4", destination="bigquery"), name="third")
def d(context, dlt: DagsterDltResource): ...
defs = dg.Definitions(assets=[a, b, c, d], resources={"dlt": DagsterDltResource()})
