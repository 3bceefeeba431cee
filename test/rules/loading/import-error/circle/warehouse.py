from orders import SCHEMA  # expect: import-error


def table_of(name):
    return f"{SCHEMA}.{name}"
