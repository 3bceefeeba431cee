import dagster as dg
from dagster.components.lib.executable_component.script_utils import ScriptSpec


class Stack(dg.Component):
    def __init__(self, name: str):
        self.name = name

    def build_defs(self, context: dg.ComponentLoadContext) -> dg.Definitions:
        @dg.asset(name=f"{self.name}_{context.path.stem}")
        def stack(): ...

        return dg.Definitions(assets=[stack])


@dg.component_instance
def first(context):
    return Stack("first")


@dg.component_instance
def written(context: dg.ComponentLoadContext):
    return dg.PythonScriptComponent(execution=ScriptSpec(path="write.py"), assets=[dg.AssetSpec(["written", "down"])])


@dg.asset
def beside(): ...
