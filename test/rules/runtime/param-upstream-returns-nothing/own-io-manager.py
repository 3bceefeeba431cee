import dagster as dg


class Warehouse(dg.ConfigurableIOManager):
    def handle_output(self, context, obj): ...
    def load_input(self, context): ...


@dg.asset
def orders() -> None:
    """Writes the table that the I/O manager reads."""


@dg.asset
def revenue(orders): ...


defs = dg.Definitions(assets=[orders, revenue], resources={"io_manager": Warehouse()})
