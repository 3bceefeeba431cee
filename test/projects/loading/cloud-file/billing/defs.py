import dagster as dg


def _defs(*names):
    return dg.Definitions(assets=[dg.AssetSpec(n) for n in names], jobs=[])


production = _defs("invoices", "dunning_letters")
sandbox = _defs("sandbox_invoices")
