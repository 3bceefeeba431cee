from dataclasses import dataclass
import dagster as dg
@dataclass
class Named(dg.Component, dg.Resolvable):
    name: str
    def build_defs(self, context):
        return dg.Definitions(assets=[dg.AssetSpec(self.name)])
@dataclass
class Uses(dg.Component, dg.Resolvable):
    def build_defs(self, context):
        other = context.load_component("named")
        below = context.build_defs("named")
        keys = [s.key for s in below.resolve_all_asset_specs()] if hasattr(below, "resolve_all_asset_specs") else [s.key for s in below.get_all_asset_specs()]
        return dg.Definitions(assets=[dg.AssetSpec(f"uses_{other.name}", deps=keys)])
