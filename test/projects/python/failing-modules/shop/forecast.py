from dagster import asset

SUPPORTED = ("eu", "us")


def region_of(code):
    return SUPPORTED[{"ch": 0, "us": 1}[code]]


@asset(group_name=region_of("ch"))
def demand(): ...


@asset(group_name=region_of("jp"))
def supply(): ...
