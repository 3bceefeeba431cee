import enum
from pathlib import Path
from typing import Annotated, Literal, Optional

from pydantic import Field, PositiveInt, conint, constr, field_validator

import dagster as dg

class Tier(enum.Enum):
    GOLD = "gold"

class Login(dg.Config):
    user: str
    tries: int = 3

class Region(dg.ConfigurableResource):
    name: str = "eu"

class Other(dg.ConfigurableResource):
    name: str = "eu"

class Shop(dg.ConfigurableResource):
    retries: int = Field(default=30, ge=0, le=10)
    timeout: float = Field(default=1.0, gt=0)
    token: str = Field(default="", min_length=4, max_length=12)
    region: str = Field(default="", pattern=r"^[a-z]{2}-\d$")
    batch: int = Field(default=8, multiple_of=8)
    hosts: list[str] = Field(default_factory=list, min_length=1)
    port: Annotated[int, Field(ge=1, le=65535)] = 5432
    workers: Optional[int] = Field(default=None, lt=5)
    size: PositiveInt = 1
    width: conint(ge=2) = 2
    name: constr(min_length=2) = "aa"
    tier: Tier = Tier.GOLD
    stage: Literal["dev", "prod"] = "dev"
    login: Optional[Login] = None
    at: Optional[Region] = None
    rate: float = 1

class Strict(dg.Config):
    model_config = {"extra": "forbid"}
    limit: int = 1

class Aliased(dg.ConfigurableResource):
    schema_: int = Field(alias="schema")

class Cleaned(dg.ConfigurableResource):
    limit: int = Field(default=1, le=5)
    name: str = "x"

    @field_validator("limit", mode="before")
    @classmethod
    def halved(cls, value):
        return value // 2

@dg.asset
def orders(config: Strict): ...

run_config = dg.RunConfig(
    ops={
        "orders": Strict(
            limits=2,  # expect: resource-invalid-fields
        )
    }
)

defs = dg.Definitions(
    assets=[orders],
    jobs=[dg.define_asset_job("all_orders", config=run_config)],
    resources={
        "a": Shop(
            retries=11,  # expect: resource-invalid-fields
            timeout=0,  # expect: resource-invalid-fields
            token="abc",  # expect: resource-invalid-fields
        ),
        "b": Shop(
            region="europe",  # expect: resource-invalid-fields
            batch=12,  # expect: resource-invalid-fields
            hosts=[],  # expect: resource-invalid-fields
        ),
        "c": Shop(
            port=0,  # expect: resource-invalid-fields
            workers=5,  # expect: resource-invalid-fields
            size=0,  # expect: resource-invalid-fields
        ),
        "d": Shop(
            width=1,  # expect: resource-invalid-fields
            name="a",  # expect: resource-invalid-fields
            tier="silver",  # expect: resource-invalid-fields
        ),
        "e": Shop(
            stage=dg.EnvVar("STAGE"),  # expect: resource-invalid-fields
            rate=dg.EnvVar.int("RATE"),  # expect: resource-invalid-fields
        ),
        "f": Shop(token=dg.EnvVar("A_SECRET_TOKEN_OF_A_SHOP")),  # expect: resource-invalid-fields
        "g": Shop(
            login={"tries": 1},  # expect: resource-invalid-fields
            at=Other(),  # expect: resource-invalid-fields
        ),
        "h": Shop(
            login={"user": "a", "tries": "b"},  # expect: resource-invalid-fields
            region=Path("eu-1"),  # expect: resource-invalid-fields
        ),
        "i": Aliased(schema_=1),  # expect: resource-invalid-fields
        "j": Aliased(schema=1),
        "k": Shop(retries=10, timeout=0.1, token="abcd", region="eu-1", batch=16, hosts=["a"], port=65535, workers=4, tier="gold"),
        "l": Shop(tier="GOLD", login={"user": "a"}, at=Region(), token=dg.EnvVar("TOKEN"), stage="prod"),
        "m": Cleaned(limit=8),
        "n": Cleaned(limit=8, name=5),  # expect: resource-invalid-fields
    },
)
