from dagster import asset


def publish(tables):
    made = []
    for table in tables:

        @asset(name=f"{table}_published", deps=[table])
        def _published(): ...

        made.append(_published)
    return made
