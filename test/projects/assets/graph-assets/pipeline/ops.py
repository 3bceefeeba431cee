from dagster import In, Nothing, Out, graph, op


@op(required_resource_keys={"warehouse"}, pool="warehouse")
def fetch_orders(context):
    return [1]


@op(tags={"kind": "pandas"})
def deduplicate(rows):
    return list(set(rows))


@op(ins={"rows": In(list)}, out={"valid": Out(), "invalid": Out(is_required=False)})
def validate(rows):
    return rows, []


@op(ins={"start": In(Nothing)})
def notify():
    pass


@graph(out=None)
def announce():
    notify()


@graph
def order_history(orders):
    """The history, without duplicates."""
    return deduplicate(deduplicate.alias("again")(orders))
