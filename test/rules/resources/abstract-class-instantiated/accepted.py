import dagster as dg


class Warehouse(dg.ConfigurableIOManager):
    def handle_output(self, context, obj): ...


class Archive(Warehouse):
    def load_input(self, context): ...


class Files(dg.ConfigurableIOManager, dg.UPathIOManager):
    def dump_to_path(self, context, obj, path): ...

    def load_from_path(self, context, path): ...


defs = dg.Definitions(resources={"io_manager": Archive(), "files": Files()})
