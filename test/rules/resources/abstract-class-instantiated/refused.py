import dagster as dg


class Warehouse(dg.ConfigurableIOManager):
    path: str = ""

    def handle_output(self, context, obj): ...


class Archive(Warehouse): ...


class Factory(dg.ConfigurableIOManagerFactory):
    path: str = ""


defs = dg.Definitions(
    resources={
        "io_manager": Warehouse(path="a"),  # expect: abstract-class-instantiated
        "archive": Archive(),  # expect: abstract-class-instantiated
        "factory": Factory(),  # expect: abstract-class-instantiated
    }
)
