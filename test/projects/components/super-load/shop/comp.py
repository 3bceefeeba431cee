from dataclasses import dataclass
import dagster as dg
@dataclass
class Loads(dg.Component, dg.Resolvable):
    name: str
    n: int = 2
    @classmethod
    def load(cls, attributes, context):
        made = super().load(attributes, context)
        made.name = made.name + "_" + context.path.name
        return made
    def build_defs(self, context):
        return dg.Definitions(assets=[dg.AssetSpec(f"{self.name}_{i}") for i in range(self.n)])
@dataclass
class Counts(Loads):
    def build_defs(self, context):
        d = super().build_defs(context)
        return d.map_asset_specs(func=lambda s: s.replace_attributes(group_name=context.defs_module_name.replace(".", "_")))
