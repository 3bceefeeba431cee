import dagster as dg

class Warehouse(dg.ConfigurableIOManager):
    url: str = ""

    def handle_output(self, context, obj): ...

    def load_input(self, context): ...

class Plain(dg.IOManager):
    def handle_output(self, context, obj): ...

    def load_input(self, context): ...

@dg.io_manager
def lake(): ...

@dg.asset(io_manager_key="warehouse")
def orders(): ...

@dg.asset(io_manager_key="lake")
def refunds(): ...

@dg.asset(io_manager_key="plain")
def stock(): ...

defs = dg.Definitions(assets=[orders, refunds, stock], resources={"warehouse": Warehouse(), "lake": lake, "plain": Plain()})
