"""Stands in for a store of secrets."""


def read(path):
    return f"secret of {path}"
