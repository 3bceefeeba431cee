import os

import dagster as dg


class Api(dg.ConfigurableResource):
    token: str


defs = dg.Definitions(resources={"api": Api(token=os.environ["API_TOKEN"])})  # expect: os-getenv-in-resource
