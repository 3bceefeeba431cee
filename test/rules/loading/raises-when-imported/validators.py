from pydantic import field_validator, model_validator

import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str
    low: int = 1
    high: int = 2

    @field_validator("url")
    @classmethod
    def https(cls, value):
        if not value.startswith("https://"):
            raise ValueError("https only")  # expect: raises-when-imported
        return value

    @model_validator(mode="after")
    def ordered(self):
        if self.low > self.high:
            raise ValueError("low is above high")
        return self

defs = dg.Definitions(resources={"shop": Shop(url="http://shop.example")})
