"""What ops say of their outputs becomes what their assets say."""
from dagster import (
    AssetKey,
    AssetsDefinition,
    Definitions,
    DependencyDefinition,
    GraphDefinition,
    GraphOut,
    InputMapping,
    Out,
    OutputMapping,
    SourceAsset,
    asset,
    graph,
    graph_asset,
    op,
)
from dagster._core.definitions.tags import build_kind_tag

payments = SourceAsset("payments")


@op(out={"paid": Out(metadata={"unit": "EUR"}), "open": Out(code_version="out-2", is_required=False)}, code_version="op-1")
def split_payments(): ...


@op(code_version="op-3", description="Adds up")
def total(): ...


@op
def clean(payments):
    return payments


@graph(out={"monthly_total": GraphOut()})
def monthly():
    return total()


@graph_asset
def yearly_total():
    return total()


cleaning = GraphDefinition(
    "cleaning",
    node_defs=[clean, total],
    dependencies={"clean": {"payments": DependencyDefinition("total")}},
    input_mappings=[],
    output_mappings=[OutputMapping(graph_output_name="result", mapped_node_name="clean", mapped_node_output_name="result")],
)
passing = GraphDefinition(
    "passing",
    node_defs=[clean],
    input_mappings=[InputMapping(graph_input_name="payments", mapped_node_name="clean", mapped_node_input_name="payments")],
    output_mappings=[OutputMapping(graph_output_name="result", mapped_node_name="clean", mapped_node_output_name="result")],
)


@asset(tags={**build_kind_tag("snowflake"), "layer": "raw"})
def exported(): ...


defs = Definitions(
    assets=[
        payments,
        AssetsDefinition.from_op(split_payments),
        AssetsDefinition.from_op(total),
        AssetsDefinition.from_graph(monthly),
        AssetsDefinition.from_graph(cleaning, keys_by_output_name={"result": AssetKey("cleaned")}),
        AssetsDefinition.from_graph(passing, keys_by_output_name={"result": AssetKey("passed")}),
        yearly_total,
        exported,
    ]
)
