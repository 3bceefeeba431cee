import os

import dagster as dg
from dagster_snowflake import SnowflakeResource

defs = dg.Definitions(
    resources={
        "snowflake": SnowflakeResource(
            account=os.getenv("SNOWFLAKE_ACCOUNT"),  # expect: os-getenv-in-resource
            login_timeout=os.getenv("SNOWFLAKE_TIMEOUT"),  # expect: os-getenv-in-resource
        )
    }
)
