import enum
from typing import Annotated, Any, ClassVar, Literal, Optional

from pydantic import Field

import dagster as dg

class Tier(enum.Enum):
    GOLD = "gold"

class Inner(dg.Config):
    limit: int = 1

class OrdersConfig(dg.Config):
    limit: int = Field(default=30, le=10)
    name: str = None
    rate: float = 1
    token: str = dg.EnvVar("SHOP_TOKEN")
    port: int = dg.EnvVar("SHOP_PORT")
    tables: list[str] = Field(default_factory=lambda: [1])
    environment: Literal["dev", "prod"] = "prod"
    tier: Tier = Tier.GOLD
    other: Tier = "GOLD"
    inner: Inner = Inner()
    more: list[Inner] = [{"limit": 2}]
    anything: Any = [1]
    options: dict = {"a": [1]}
    by_day: dict[str, Any] = {"monday": 1}
    steps: Annotated[Optional[int], Field(ge=1)] = 3
    limits: ClassVar[int] = "x"
    _cache: int = "x"

class NotMade(dg.ConfigurableResource):
    port: int = "https"

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
