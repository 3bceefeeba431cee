import dagster as dg

@dg.template_var
def table():
    return 'x'
