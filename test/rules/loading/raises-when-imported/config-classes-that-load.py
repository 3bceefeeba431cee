import functools
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Literal, Union

from pydantic import ConfigDict, Field, PrivateAttr, field_validator, model_validator, root_validator

import dagster as dg

class Base(dg.ConfigurableResource):
    LIMIT: ClassVar[int] = 1
    url: str

class Shop(Base):
    """A shop."""

    model_config = ConfigDict(frozen=True)
    LIMIT = 2
    HOSTS: ClassVar = ["a"]
    _root = Path("shop")
    _client: object = PrivateAttr(default=None)
    run = lambda self: 1
    part = functools.partial(print)

    class Inner:
        x = 1

    if LIMIT == 2:
        retries: int = 3

    @functools.cached_property
    def cached(self):
        return 1

    @contextmanager
    def opened(self):
        yield 1

    @property
    def name(self):
        return 1

    @name.setter
    def name(self, value): ...

    @field_validator("url")
    @classmethod
    def https(cls, value):
        if not value.startswith("https://"):
            raise ValueError("https only")
        return value

    @field_validator("elsewhere", check_fields=False)
    @classmethod
    def unchecked(cls, value):
        return value

    @model_validator(mode="after")
    def whole(self):
        return self

    @root_validator(pre=True)
    def old(cls, values):
        return values

class Ignoring(dg.Config):
    model_config = ConfigDict(ignored_types=(int,))
    limit = 3

class Cat(dg.Config):
    kind: Literal["cat"] = "cat"

class Dog(dg.Config):
    kind: Literal["dog", "wolf"] = "dog"

class Pets(dg.Config):
    pet: Union[Cat, Dog] = Field(discriminator="kind")
    name: str = Field("a", pattern=r"^[a-z(]+(?:-\d+)?$")

defs = dg.Definitions(resources={"shop": Shop(url="https://shop.example")})
