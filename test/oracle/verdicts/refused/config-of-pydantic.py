from dagster import Definitions, asset
from pydantic import BaseModel


class Options(BaseModel):
    full: bool = False


@asset
def orders(config: Options): ...


defs = Definitions(assets=[orders])
