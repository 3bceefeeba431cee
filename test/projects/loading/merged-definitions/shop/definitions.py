from dagster import Definitions, in_process_executor

from .logistics import build
from .sales import sales_defs

base = Definitions(resources={"mail": "smtp"}, executor=in_process_executor)

ALL = [sales_defs, build(prefix="road"), base]
combined = Definitions.merge(*ALL)


def final() -> Definitions:
    return combined


defs = final()
del combined, base, sales_defs, ALL
