import dagster as dg


@dg.resource(required_resource_keys={"credentials"})
def bucket(_):
    return {}


@dg.resource
def credentials(_):
    return {}


@dg.resource
def session(_):
    return {}


@dg.io_manager(required_resource_keys={"bucket"})
def bucket_manager(_):
    return dg.InMemoryIOManager()


@dg.io_manager(config_schema={"folder": str}, required_resource_keys={"session"})
def folder_manager(_):
    return dg.InMemoryIOManager()


@dg.asset
def orders():
    return [1]


@dg.asset(io_manager_key="folders")
def customers():
    return [1]


@dg.multi_asset(
    outs={"lines": dg.AssetOut(), "prices": dg.AssetOut(io_manager_key="folders"), "notes": dg.AssetOut(io_manager_key="plain")}
)
def details(orders):
    return 1, 2, 3


@dg.asset(io_manager_key="plain")
def summary(lines, prices):
    return 1


@dg.asset(deps=[orders], required_resource_keys={"session"}, io_manager_key="plain")
def report():
    return 1


defs = dg.Definitions(
    assets=[orders, customers, details, summary, report, dg.AssetSpec("external")],
    resources={
        "io_manager": bucket_manager,
        "folders": folder_manager.configured({"folder": "/lake"}),
        "plain": dg.mem_io_manager,
        "bucket": bucket,
        "credentials": credentials,
        "session": session,
    },
)
