import dagster as dg


class Orders(dg.Component, dg.Resolvable, dg.Model):
    table: str
    days: int = 3

    def build_defs(self, context):
        return dg.Definitions(assets=[dg.AssetSpec(self.table)])


class Plain(dg.Component):
    def build_defs(self, context):
        return dg.Definitions(assets=[dg.AssetSpec("plain")])


class Shop:
    pass
