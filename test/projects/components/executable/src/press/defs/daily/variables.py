import dagster as dg

version = 7


@dg.template_var
def paper() -> str:
    return "The Morning Paper"


@dg.template_var
def copies(context: dg.ComponentLoadContext) -> int:
    return 2100 if context.path.name == "daily" else 1


@dg.template_var
def inner_page() -> str:
    return "SPORTS"


@dg.template_var
def note():
    return {"by": "ann"}


dg.template_var(fn=lambda: 0)


@dg.template_var()
def version() -> int:
    return 8
