from dagster import AssetKey, asset


@asset(ins={}, non_argument_deps={"prices"}, name="price_export")
def export(): ...


def unused():
    @asset
    def never_called(): ...

    return never_called
