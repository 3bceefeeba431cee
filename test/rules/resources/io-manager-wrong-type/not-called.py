import dagster as dg

class Store(dg.ConfigurableIOManager):
    def handle_output(self, context, obj): ...

    def load_input(self, context): ...

@dg.asset
def orders(): ...  # expect: io-manager-wrong-type

@dg.asset(
    io_manager_key="other"  # expect: io-manager-wrong-type
)
def customers(): ...

@dg.asset(io_manager_key="made")
def refunds(): ...

def make(context): ...

defs = dg.Definitions(
    assets=[orders, customers, refunds], resources={"io_manager": Store, "other": make, "made": Store(), "unused": Store}
)
