import logging
from pathlib import Path
from typing import Literal, Union

from pydantic import Field, PrivateAttr, field_validator, model_validator, root_validator

import dagster as dg

class Client:
    def __init__(self, url): ...

class Shop(dg.ConfigurableResource):  # expect: raises-when-imported
    url: str
    retries = 3

class Orders(dg.Config):  # expect: raises-when-imported
    root = Path("orders")

class Store(dg.ConfigurableIOManager):  # expect: raises-when-imported
    client = Client("x")

    def handle_output(self, context, obj): ...

    def load_input(self, context): ...

class Logged(dg.Config):  # expect: raises-when-imported
    log = logging.getLogger(__name__)

class Base(dg.Config):
    limit: int = 1

class Derived(Base):  # expect: raises-when-imported
    limit = 2

class Hidden(dg.Config):  # expect: raises-when-imported
    _token: str = Field(default="a")

class Shown(dg.Config):  # expect: raises-when-imported
    client: object = PrivateAttr(default=None)

class Both(dg.Config):  # expect: raises-when-imported
    model_config = {"extra": "forbid"}

    class Config:
        extra = "forbid"

class Strayed(dg.Config):
    url: str

    @field_validator("uri")  # expect: raises-when-imported
    @classmethod
    def https(cls, value):
        return value

class Bare(dg.Config):
    url: str

    @field_validator  # expect: raises-when-imported
    def https(cls, value):
        return value

    @model_validator  # expect: raises-when-imported
    def whole(self):
        return self

    @root_validator  # expect: raises-when-imported
    def old(cls, values):
        return values

class Dumped(dg.Config):
    model_dump: str = "a"  # expect: raises-when-imported

class Matched(dg.Config):
    region: str = Field("a", pattern=r"^(?!eu)\w+$")  # expect: raises-when-imported
    name: str = Field("a", regex="a")  # expect: raises-when-imported
    names: list = Field([], default_factory=list)  # expect: raises-when-imported

class Cat(dg.Config):
    kind: Literal["cat"] = "cat"

class Dog(dg.Config):
    kind: str = "dog"

class Bird(dg.Config):
    sort: Literal["bird"] = "bird"

class Lion(dg.Config):
    kind: Literal["cat"] = "cat"

class Untold(dg.Config):
    pet: Union[Cat, Dog] = Field(discriminator="kind")  # expect: raises-when-imported

class Unnamed(dg.Config):
    pet: Union[Cat, Bird] = Field(discriminator="kind")  # expect: raises-when-imported

class Twice(dg.Config):
    pet: Union[Cat, Lion] = Field(discriminator="kind")  # expect: raises-when-imported

defs = dg.Definitions()
