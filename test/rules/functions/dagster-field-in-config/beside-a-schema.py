from dagster import Config, Definitions, Field, asset, op


class OrdersConfig(Config):
    limit: int = Field(int, default_value=5, description="How many.")  # expect: dagster-field-in-config
    region: str = Field(str)  # expect: dagster-field-in-config
    note: str = Field(str, is_required=False)  # expect: dagster-field-in-config


@asset(deps=["raw_orders"])
def orders(config: OrdersConfig): ...


@op(config_schema={"limit": Field(int, default_value=5)})
def count(): ...


defs = Definitions(assets=[orders])
