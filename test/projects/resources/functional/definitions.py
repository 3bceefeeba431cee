from dagster import (
    Definitions,
    Field,
    FilesystemIOManager,
    IOManagerDefinition,
    InitResourceContext,
    ResourceDefinition,
    StringSource,
    asset,
    configured,
    io_manager,
    make_values_resource,
    mem_io_manager,
    multi_asset,
    AssetOut,
    resource,
)


@resource(config_schema={"url": StringSource, "retries": Field(int, default_value=3)}, description="The partner's API")
def partner_api(init_context: InitResourceContext):
    return init_context.resource_config


@resource(required_resource_keys={"partner_api"})
def price_client(context):
    return context.resources.partner_api


@resource
def clock():
    return None


@io_manager(required_resource_keys={"partner_api"}, config_schema={"prefix": str})
def partner_store(context): ...


@configured(partner_api)
def sandbox_api(_config):
    return {"url": "https://sandbox.partner.example.com"}


@asset(required_resource_keys={"prices", "clock"})
def price_list(context): ...


@multi_asset(
    outs={"accepted": AssetOut(io_manager_key="partner_store"), "refused": AssetOut(io_manager_key="partner_store")},
    required_resource_keys={"partner_api"},
)
def quotes(context, price_list):
    return 1, 2


resources = dict(
    partner_api=partner_api.configured({"url": {"env": "PARTNER_URL"}, "retries": 5}),
    prices=price_client,
    clock=clock,
    partner_store=partner_store.configured({"prefix": "quotes"}),
    sandbox=sandbox_api,
)
resources["limits"] = make_values_resource(rows=int)
resources.update({"memory": mem_io_manager, "io_manager": FilesystemIOManager(base_dir="/tmp/shop")})
resources |= {"nothing": ResourceDefinition.none_resource()}

defs = Definitions(assets=[price_list, quotes], resources=resources)
