import dagster
from dagster import Definitions as Defs

import shop.core
from shop import core as c
from shop.core import *
from shop.marts.deep import revenue

defs: Defs = Defs(assets=[orders, order_lines, c.customers, shop.core.order_asset, *revenue.ALL])
