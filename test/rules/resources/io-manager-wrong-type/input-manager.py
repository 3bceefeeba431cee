import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.input_manager
def loader(context): ...

@dg.asset
def customers(): ...

@dg.asset(
    ins={"customers": dg.AssetIn(input_manager_key="shop")}  # expect: io-manager-wrong-type
)
def orders(customers): ...

@dg.asset(ins={"customers": dg.AssetIn(input_manager_key="loader")})
def refunds(customers): ...

defs = dg.Definitions(assets=[customers, orders, refunds], resources={"shop": Shop(), "loader": loader})
