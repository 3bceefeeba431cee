import dagster as dg


@dg.asset
def people(): ...


@dg.asset(deps=[dg.AssetDep("people", metadata={"source": "crm"}), dg.AssetDep("places", metadata={"source": "crm"})])
def customers(): ...


@dg.asset(deps=[dg.AssetDep("people", metadata={"source": "erp"}), dg.AssetDep("places", metadata={"source": "crm"})])
def employees(): ...


defs = dg.Definitions(assets=[people, customers, employees])
