from dagster import Definitions, asset


@asset
def ledger(orders): ...


@asset
def dropped_beside_definitions(): ...


defs = Definitions(assets=[ledger])
