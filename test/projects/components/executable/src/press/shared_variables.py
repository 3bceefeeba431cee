import dagster as dg


@dg.template_var
def floor():
    return "second"


@dg.template_var
def shelf():
    return lambda name: f"shelf_{name}"
