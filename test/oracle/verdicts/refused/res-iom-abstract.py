import dagster as dg
class M(dg.ConfigurableIOManager):
    path: str = ""
    def handle_output(self, c, o): ...
m = M()

defs = dg.Definitions()
