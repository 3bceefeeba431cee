from .orders import *
from .orders import orders as order_asset
from . import customers as _customers

customers = _customers.customers
