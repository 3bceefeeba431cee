import dagster as dg

@dg.template_var
def table(a, b):
    return 'x'
