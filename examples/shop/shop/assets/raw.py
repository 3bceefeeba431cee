"""What the shop's systems hand over, unchanged."""

import dagster as dg

from shop.partitions import daily
from shop.resources import ShopApi

# Written by other teams; we only read them.
stock_levels = dg.AssetSpec(["erp", "stock_levels"], group_name="erp", kinds={"sap"}, owners=["team:logistics"], description="Stock by warehouse, every hour")
ad_spend = dg.AssetSpec(["ads", "spend"], group_name="marketing", kinds={"googleads"}, owners=["team:marketing"])


@dg.asset(
    key_prefix="raw",
    group_name="raw",
    partitions_def=daily,
    kinds={"python", "s3"},
    owners=["team:data-platform"],
    tags={"source": "shop-api"},
    retry_policy=dg.RetryPolicy(max_retries=3, delay=30, backoff=dg.Backoff.EXPONENTIAL),
    pool="shop_api",
)
def orders(context: dg.AssetExecutionContext, shop_api: ShopApi) -> list[dict]:
    """Orders as the shop's API returns them, one page per file."""
    return shop_api.pages("orders", day=context.partition_key)


@dg.asset(key_prefix="raw", group_name="raw", partitions_def=daily, kinds={"python", "s3"}, owners=["team:data-platform"], tags={"source": "shop-api"}, pool="shop_api")
def payments(context: dg.AssetExecutionContext, shop_api: ShopApi) -> list[dict]:
    """Captured, refunded and failed payments."""
    return shop_api.pages("payments", day=context.partition_key)


@dg.asset(key_prefix="raw", group_name="raw", kinds={"python", "s3"}, owners=["team:data-platform"], tags={"source": "shop-api", "pii": "yes"}, pool="shop_api")
def customers(shop_api: ShopApi) -> list[dict]:
    """Everybody with an account."""
    return shop_api.pages("customers")


@dg.asset(key_prefix="raw", group_name="raw", kinds={"python", "s3"}, owners=["team:data-platform"], tags={"source": "shop-api"}, pool="shop_api")
def products(shop_api: ShopApi) -> list[dict]:
    """The catalogue, with prices."""
    return shop_api.pages("products")
