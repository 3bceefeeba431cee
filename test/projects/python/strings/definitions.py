import re
import textwrap
from string import Template

from dagster import AssetSpec, Definitions, asset, define_asset_job

SCHEMA = """
    orders(id, total)
    order_lines(id, order_id)   -- big
    # customers(id)
    customers_archive(id)
"""
LINE = re.compile(r"^\s*(?P<table>[a-z_]+)\((?P<columns>[^)]*)\)", re.MULTILINE)

tables = {m["table"]: [c.strip() for c in m.group("columns").split(",")] for m in LINE.finditer(SCHEMA)}
specs = [AssetSpec(table, metadata={"columns": columns}, tags={"columns": str(len(columns))}) for table, columns in tables.items()]


def camel_to_snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


NAMES = ["DailyRevenue", "APIUsage", "Customer Lifetime Value "]
snaked = [AssetSpec(camel_to_snake(n.strip().replace(" ", ""))) for n in NAMES]

URL = "https://files.shop.example.com/exports/2024/orders.csv.gz"
stem = URL.rsplit("/", maxsplit=1)[-1].partition(".")[0]
host = re.match(r"https?://([^/]+)/", URL).group(1).split(".")[0]
legacy = "%s_%03d" % (stem, 7)
padded = "{:0>4}-{name!s:_<8}".format(42, name="dsn").rstrip("_").replace("-", "_")
templated = Template("${region}_stock").substitute(region="eu")
column = "TOTAL_NET"
price = 1234.5678


@asset(
    name=f"{host}_{stem}",
    description=textwrap.dedent(
        """
        Export of the orders.

            With an indented line.
        """
    ).strip(),
    tags={"column": column.lower().removesuffix("_net").title(), "price": f"{price:.1f}", "percent": f"{0.256:.0%}".replace("%", "pct")},
)
def export(): ...


@asset(name=legacy, key_prefix=padded.split("_")[0:1], deps=[templated, f"{'a' if price > 1000 else 'b'}_{column[:5].casefold()}"])
def legacy_export(): ...


@asset(name="_".join(sorted(set("banana"))), description="\n".join(f"- {n:<3}|" for n in ("x", "yy")))
def letters(): ...


words = re.findall(r"[A-Z]{2,}", "EU and USA, not Peru")
flags = [w for w in re.split(r"[;,\s]+", "new; hot,sale") if not w.startswith("h") and w.isalpha()]
job = define_asset_job(f"{'-'.join(words).lower().replace('-', '_')}_{'_'.join(flags)}", selection="key:*export*")
defs = Definitions(assets=[*specs, *snaked, export, legacy_export, letters], jobs=[job])
