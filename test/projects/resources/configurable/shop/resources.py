from typing import Optional

from dagster import ConfigurableIOManager, ConfigurableIOManagerFactory, ConfigurableResource, IOManager, InputContext, OutputContext
from pydantic import Field, PrivateAttr


class Credentials(ConfigurableResource):
    user: str = "reader"
    password: str


class Connection(ConfigurableResource):
    host: str
    port: int = Field(default=5432, description="Of the server")
    credentials: Credentials
    timeout: Optional[float] = None
    _session: object = PrivateAttr(default=None)

    def query(self, sql: str):
        return []


class Warehouse(Connection):
    database: str = "shop"


class LakeIOManager(ConfigurableIOManager):
    bucket: str

    def handle_output(self, context: OutputContext, obj): ...

    def load_input(self, context: InputContext): ...


class PlainStore(IOManager):
    def handle_output(self, context, obj): ...

    def load_input(self, context): ...


class StoreFactory(ConfigurableIOManagerFactory):
    root: str

    def create_io_manager(self, context) -> PlainStore:
        return PlainStore()


class Mailer(ConfigurableResource):
    sender: str
