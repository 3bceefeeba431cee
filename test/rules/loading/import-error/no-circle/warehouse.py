from typing import TYPE_CHECKING

import orders

if TYPE_CHECKING:
    from orders import SCHEMA

try:
    from orders import SCHEMA as DEFAULT
except ImportError:
    DEFAULT = "main"


def table_of(name):
    return f"{DEFAULT}.{name}"


def current(name):
    from orders import SCHEMA

    return f"{SCHEMA}.{name}"


def unread(name):
    return f"{orders.SCHEMA}.{name}"
