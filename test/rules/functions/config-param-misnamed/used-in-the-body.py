import dagster as dg


class Settings(dg.Config):
    limit: int = 5


@dg.asset
def orders(settings: Settings):  # expect: config-param-misnamed
    def first(settings):
        return settings[0]

    return [settings.limit for _ in range(settings.limit)], first


@dg.asset
def refunds(settings: Settings):  # expect: config-param-misnamed
    config = {}
    return settings.limit, config


defs = dg.Definitions(assets=[orders, refunds])
