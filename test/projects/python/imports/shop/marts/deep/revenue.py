import dagster as dg
from dagster import AssetKey as Key

from ...core import GROUP
from ... import names
from .. import deep as here


@dg.asset(key=Key(["mart", "revenue"]), deps=["order_lines"], group_name=GROUP, owners=[names.OWNER])
def revenue(): ...


ALL = [revenue, dg.AssetSpec(here.__name__.replace(".", "_"))]
