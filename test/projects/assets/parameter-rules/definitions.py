from typing import Any, Optional

import dagster as dg
import dagster
from dagster import AssetExecutionContext, ConfigurableResource, OpExecutionContext, asset


class Api(ConfigurableResource):
    url: str = ""


class PartnerApi(Api):
    partner: str = "acme"


class RunOptions(dg.Config):
    full: bool = False


@asset
def orders(context, api: Api): ...


@asset
def customers(_, partner: PartnerApi, config: RunOptions): ...


@asset
def joined(context: AssetExecutionContext, config: RunOptions, orders, customers: Any, api: "Api"): ...


@asset
def summary(_context: dagster.OpExecutionContext, joined: Optional[list] = None, *, orders=None): ...


@asset
def with_client(context_: OpExecutionContext, summary, client: dg.ResourceParam[str], **kwargs) -> None: ...


@asset
def late(joined: "list[int]", partner: dg.ResourceParam[PartnerApi]) -> None: ...


defs = dg.Definitions(assets=[orders, customers, joined, summary, with_client, late], resources={"api": Api(), "partner": PartnerApi(), "client": "c"})
