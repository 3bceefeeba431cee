import dagster as dg


@dg.asset(key_prefix=["lake"], group_name="lake", kinds={"s3"}, owners=["team:platform"], tags={"layer": "raw", "pii": ""})
def orders(): ...


@dg.asset(key_prefix=["lake"], group_name="lake", owners=["mia@shop.example.com"])
def visits(): ...


@dg.asset(deps=[orders], group_name="core", kinds={"duckdb"}, tags={"layer": "core"})
def order_facts(): ...


@dg.asset(deps=[visits], group_name="core")
def visit_facts(): ...


@dg.asset(deps=[order_facts, visit_facts], group_name="marts/sales")
def conversion(): ...


@dg.asset(deps=[conversion], group_name="marts/sales", name="board-report")
def board_report(): ...


STRINGS = [
    "order_facts",
    "lake/orders",
    "board-report",
    "order_facts+",
    "lake/orders++",
    "*conversion",
    "+conversion",
    "lake/orders*",
    "key:lake/orders",
    'key:"lake/orders"',
    "key:lake*",
    "key:*facts",
    "key:lake/orders+",
    "key:lake/visits+1",
    "1+key:conversion",
    "+key:conversion+",
    "group:lake",
    'group:"marts/sales"',
    "group:marts/sales",
    "kind:s3 or kind:duckdb",
    'owner:"team:platform"',
    'owner:"mia@shop.example.com"',
    "owner:<null>",
    "tag:layer=raw",
    "tag:layer",
    "tag:pii",
    'tag:"layer"="core"',
    "not group:core",
    "group:core and not key:visit_facts",
    "key:conversion or key:order_facts and key:visit_facts",
    "not key:conversion and group:core",
    "sinks(group:core+)",
    "roots(*)",
    "sinks(group:lake or group:core)",
    "(group:lake or group:core) and +key:order_facts",
    "*",
    "group:nothing_here",
    "is:materializable",
]

jobs = [dg.define_asset_job(f"selection_{number:02d}", selection=text) for number, text in enumerate(STRINGS)]
jobs += [
    dg.define_asset_job("from_string", selection=dg.AssetSelection.from_string("group:core") - dg.AssetSelection.from_string("visit_facts")),
    dg.define_asset_job("union_of_strings", selection=["lake/orders", "group:core", "board-report"]),
]

defs = dg.Definitions(assets=[orders, visits, order_facts, visit_facts, conversion, board_report], jobs=jobs)
