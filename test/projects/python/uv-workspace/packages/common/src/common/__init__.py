from .factories import table

__all__ = ["table"]
