from typing import Any, Optional

from pydantic import Field, PrivateAttr

import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str
    limit: int = 5
    ratio: float = 1
    name: Optional[str] = None
    other: str = Field(default="x")
    anything: Any = None
    aliased: str = Field("a", alias="also")
    flag: bool = False
    _private: str = PrivateAttr(default="")

class Own(dg.ConfigurableResource):
    url: str

    def __init__(self, host):
        super().__init__(url=host)

one = Shop(url="x", limit="5", ratio=2, name=None, flag="yes")
two = Shop(url=dg.EnvVar("URL"), limit=dg.EnvVar.int("LIMIT"))
three = Own("x")

defs = dg.Definitions(resources={"shop": one, "two": two, "three": three})
