import dagster as dg
@dg.template_var
def tables():
    return ["x", "y"]
@dg.template_var
def here(context: dg.ComponentLoadContext):
    return context.path.name
@dg.template_var
def daily(context):
    return dg.DailyPartitionsDefinition("2024-01-01")
@dg.template_var
def key_for():
    def _k(name, prefix="p"):
        return f"{prefix}/{name}"
    return _k
@dg.template_var
def specs():
    return [dg.AssetSpec("tv_one"), dg.AssetSpec("tv_two", deps=["tv_one"])]
