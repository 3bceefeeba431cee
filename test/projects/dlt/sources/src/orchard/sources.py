import dlt
from dlt.sources.rest_api import RESTAPIConfig, rest_api_resources, rest_api_source

KINDS = {"apples": "replace", "pears": "append"}


@dlt.source
def trees(owner: str = dlt.config.value, kinds=("apples", "pears")):
    """Trees by their kind."""
    for kind in kinds:
        yield dlt.resource([{"kind": kind}], name=f"{kind}_trees", write_disposition=KINDS[kind])
    yield leaves()


@dlt.resource(name="leaves", table_name="fallen_leaves", primary_key="id", parallelized=True)
def leaves(since: int = 0):
    """All leaves.

    Also the wet ones.
    """
    yield from [{"id": since}]


@dlt.resource
def weather(station):
    """The weather at a station."""
    yield {"station": station}


@dlt.transformer(data_from=leaves)
def pressed(leaf):
    yield leaf


@dlt.transformer
def counted(item, factor: int = 1):
    """Counts."""
    yield item


@dlt.resource(selected=False)
def unripe():
    yield 1


@dlt.source(name="orchard_station", max_table_nesting=1)
def station(names):
    readings = weather(names[0]).with_name("readings")

    def gates():
        """The gates."""
        yield {"gate": 1}

    return [
        readings,
        pressed,
        readings | counted,
        unripe,
        dlt.resource(gates, name="gates").add_limit(10),
        dlt.resource(gates(), name="open_gates", table_name=lambda item: item["gate"]),
    ]


config: RESTAPIConfig = {
    "client": {"base_url": "https://market.example/api/"},
    "resource_defaults": {"write_disposition": "merge"},
    "resources": [
        "stalls",
        {"name": "prices", "table_name": "price_list", "endpoint": {"path": "prices"}},
        {"name": "reviews", "endpoint": {"path": "stalls/{resources.stalls.id}/reviews"}},
        {
            "name": "authors",
            "endpoint": {"path": "authors/{id}", "params": {"id": {"type": "resolve", "resource": "reviews", "field": "author"}}},
        },
        {"name": "drafts", "selected": False, "endpoint": "drafts"},
    ],
}
market = rest_api_source(config, name="market")


@dlt.source(name="fairs")
def fairs():
    yield from rest_api_resources(
        {"client": {"base_url": "https://fairs.example"}, "resources": [{"name": n, "endpoint": n} for n in ("spring", "autumn")]}
    )
