"""Stands in for a service of feature flags."""


def is_on(name):
    return name != "experiments"
