import dagster as dg


class Ink(dg.ConfigurableResource):
    colour: str = "black"


def print_pages(context: dg.AssetExecutionContext, ink: Ink):
    """Runs at four."""
    yield dg.MaterializeResult(asset_key="pages/front")
