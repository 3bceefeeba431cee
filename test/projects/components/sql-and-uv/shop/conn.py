import dagster as dg
from dataclasses import dataclass
from dagster.components.lib.sql_component.sql_client import SQLClient
class Conn(dg.Component, dg.Resolvable, dg.Model, SQLClient):
    url: str = "x"
    def connect_and_execute(self, sql): ...
    def build_defs(self, context):
        return dg.Definitions()
