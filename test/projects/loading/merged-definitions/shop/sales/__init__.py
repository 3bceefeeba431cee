from .definitions import defs as sales_defs

__all__ = ["sales_defs"]
