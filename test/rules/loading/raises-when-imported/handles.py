import dagster as dg


@dg.op
def extract(): ...


@dg.op(out={"orders": dg.Out(), "refunds": dg.Out()})
def split(): ...


@dg.op
def load(rows): ...


@dg.asset
def orders(): ...


@dg.job
def nightly():
    rows = extract()
    load(rows.head())  # expect: raises-when-imported
    load.alias("sum")(rows + 1)  # expect: raises-when-imported
    rows.map(load)  # expect: raises-when-imported
    extract.alias("other")() >> rows  # expect: raises-when-imported
    if rows > 3:  # expect: raises-when-imported
        load.alias("many")(rows)
    if rows == 3:
        load.alias("three")(rows)
    print(f"{rows}", rows.output_name)


ALL = [*orders]  # expect: raises-when-imported
FIRST = orders["result"]  # expect: raises-when-imported
SPEC = dg.AssetSpec("refunds")()  # expect: raises-when-imported
LABEL = "asset %s" % orders

defs = dg.Definitions(assets=[orders])
