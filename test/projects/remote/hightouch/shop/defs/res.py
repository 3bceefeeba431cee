import dagster as dg
from dagster_hightouch import ConfigurableHightouchResource
@dg.definitions
def d():
    return dg.Definitions(resources={"hightouch": ConfigurableHightouchResource(api_key="x")})
