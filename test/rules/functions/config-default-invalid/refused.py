import enum
from datetime import date
from typing import Annotated, Any, Literal, Optional

from pydantic import Field

import dagster as dg

class Tier(enum.Enum):
    GOLD = "gold"

def today() -> str: ...

class Inner(dg.Config):
    limit: int = "many"  # expect: config-default-invalid

class OrdersConfig(dg.Config):
    limit: int = Field(default="10", ge=1)  # expect: config-default-invalid
    name: str = 5  # expect: config-default-invalid
    full: bool = "yes"  # expect: config-default-invalid
    rate: Annotated[float, Field(default="1.0")]  # expect: config-default-invalid
    tables: list[str] = ("orders", "customers")  # expect: config-default-invalid
    ids: list[int] = ["a"]  # expect: config-default-invalid
    by_day: dict[str, int] = {"monday": "one"}  # expect: config-default-invalid
    environment: Literal["dev", "prod"] = "staging"  # expect: config-default-invalid
    tier: Tier = "gold"  # expect: config-default-invalid
    day: str = today  # expect: config-default-invalid
    parts: list[Inner] = [Inner()]  # expect: config-default-invalid
    maybe: Optional[int] = "one"  # expect: config-default-invalid
    since: Any = date(2024, 1, 1)  # expect: config-default-invalid
    inner: Inner

class Shop(dg.ConfigurableResource):
    port: int = "https"  # expect: config-default-invalid

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop()})
