import dagster as dg


@dg.asset(group_name="print")
def editions():
    return 1
