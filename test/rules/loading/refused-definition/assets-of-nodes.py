import dagster as dg


@dg.op
def load(): ...


@dg.op
def clean(rows): ...


@dg.graph
def pipeline():
    return clean(load())


@dg.graph_asset  # expect: refused-definition
def orders():
    rows = load()
    clean(rows)
    return rows


@dg.graph_multi_asset(outs={"refunds": dg.AssetOut(), "returns": dg.AssetOut()})  # expect: refused-definition
def both():
    return load()


@dg.graph(out={"first": dg.GraphOut(), "second": dg.GraphOut()})  # expect: refused-definition
def halves():
    return (load(),)


renamed = dg.AssetsDefinition.from_graph(pipeline, keys_by_output_name={"rows": dg.AssetKey("rows")})  # expect: refused-definition

fine = dg.AssetsDefinition.from_graph(pipeline, keys_by_output_name={"result": dg.AssetKey("rows")})

defs = dg.Definitions(assets=[fine])
