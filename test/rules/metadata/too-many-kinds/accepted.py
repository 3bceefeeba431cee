import dagster as dg

@dg.asset(kinds=set("abcdefghij"))
def orders(): ...

spec = dg.AssetSpec("spec", kinds={"a", "b"}, tags={f"t{n}": "" for n in range(30)})

defs = dg.Definitions(assets=[orders, spec])
