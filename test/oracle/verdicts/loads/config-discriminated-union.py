from typing import Literal, Union

import dagster as dg
from pydantic import Field

class A(dg.Config):
    kind: Literal["a"]
class B(dg.Config):
    kind: Literal["b"]
class Choice(dg.Config):
    n: Union[A, B] = Field(discriminator="kind")
@dg.asset
def orders(config: Choice): ...
defs = dg.Definitions(assets=[orders])
