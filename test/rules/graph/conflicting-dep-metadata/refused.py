import dagster as dg


@dg.asset(deps=[dg.AssetDep("people", metadata={"source": "crm"})])
def customers(): ...


@dg.asset(deps=["people"])
def suppliers(): ...


@dg.asset(deps=[dg.AssetDep("people", metadata={"source": "erp"})])  # expect: conflicting-dep-metadata
def employees(): ...


defs = dg.Definitions(assets=[customers, suppliers, employees])
