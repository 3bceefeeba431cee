import json
from dataclasses import dataclass
import dagster as dg
from dagster.components.component.state_backed_component import StateBackedComponent
from dagster.components.utils.defs_state import DefsStateConfig, DefsStateConfigArgs
@dataclass
class Remote(StateBackedComponent, dg.Resolvable):
    base_url: str
    @property
    def defs_state_config(self):
        return DefsStateConfig.from_args(DefsStateConfigArgs.local_filesystem(), default_key="Remote")
    def write_state_to_path(self, state_path):
        state_path.write_text("[]")
    def build_defs_from_state(self, context, state_path):
        if state_path is None:
            return dg.Definitions(assets=[dg.AssetSpec("no_state")])
        return dg.Definitions(assets=[dg.AssetSpec(t) for t in json.loads(state_path.read_text())])
