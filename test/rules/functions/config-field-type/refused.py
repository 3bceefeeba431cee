import datetime
from typing import Literal, Optional, Sequence, Union

import dagster as dg

class Plain: ...

class Inner(dg.Config):
    when: datetime.datetime  # expect: config-field-type

class Options(dg.Config):
    names: set  # expect: config-field-type
    pair: tuple[int, int]  # expect: config-field-type
    either: Union[int, str]  # expect: config-field-type
    plain: Optional[Plain] = None  # expect: config-field-type
    several: list[Plain]  # expect: config-field-type
    mode: Optional[Literal["a", "b"]] = None  # expect: config-field-type
    inner: Inner
    sequence: Sequence[int]  # expect: config-field-type

class Shop(dg.ConfigurableResource):
    since: Optional[datetime.date] = None  # expect: config-field-type

@dg.asset
def orders(config: Options): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop()})
