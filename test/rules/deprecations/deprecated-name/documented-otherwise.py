from dagster import asset, repository, resource


@resource  # expect: deprecated-name
def warehouse():
    return "warehouse"


@asset
def orders() -> None:
    """The orders."""


@repository  # expect: deprecated-name
def shop():
    return [orders]
