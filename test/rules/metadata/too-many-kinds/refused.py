import dagster as dg

@dg.asset(kinds={f"kind_{n}" for n in range(11)})  # expect: too-many-kinds
def orders(): ...

spec = dg.AssetSpec("spec", kinds=set("abcdefghij"), tags={"dagster/kind/k": ""})  # expect: too-many-kinds

defs = dg.Definitions(assets=[orders, spec])
