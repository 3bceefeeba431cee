import itertools
from collections import ChainMap, Counter, OrderedDict, defaultdict
from operator import attrgetter, itemgetter

from dagster import AssetSpec, Definitions, StaticPartitionsDefinition, asset, define_asset_job

COUNTRIES = {"de": ["orders", "returns"], "fr": ["orders"], "it": []}


def spec(*parts, **options):
    return AssetSpec(list(parts), **options)


def walk(tree, path=()):
    for name, children in tree.items():
        yield (*path, name)
        yield from walk(children, (*path, name))


by_country = [spec(country, table) for country, tables in COUNTRIES.items() for table in tables if table]
product = [spec("matrix", a, b) for a, b in itertools.product("ab", ("x", "y"))]
chained = [spec("chained", name) for name in itertools.chain(["one"], ("two",), *[["three"], ["four"]])]
flattened = list(itertools.chain.from_iterable(([spec("flat", str(n))] for n in range(2, 7, 2))))
sliced = [spec("first", name) for name in itertools.islice(itertools.count(10), 2) for name in [f"n{name}"]]
nested = [spec("tree", *path) for path in walk({"lake": {"raw": {}, "core": {"facts": {}}}, "mart": {}})]
paired = [spec("steps", after, tags={"after": before}) for before, after in itertools.pairwise(["extract", "load", "report"])]
grouped = {
    size: sorted(names)
    for size, names in ((k, list(g)) for k, g in itertools.groupby(sorted(COUNTRIES, key=lambda c: len(COUNTRIES[c])), key=lambda c: len(COUNTRIES[c])))
}
sizes = [spec("sizes", f"{size}_{'_'.join(names)}") for size, names in grouped.items()]

rows = [{"name": "b", "rank": 2}, {"name": "a", "rank": 1}, {"name": "c", "rank": 3}]
ranked = [spec("ranked", f"{position}_{row['name']}") for position, row in enumerate(sorted(rows, key=itemgetter("rank"), reverse=True), 1)]
zipped = [spec("zipped", left, right.upper()) for left, right in zip(["k1", "k2", "k3"], reversed(["r1", "r2"]))]

countdown, level = [], 3
while True:
    level -= 1
    if level < 0:
        break
    if level == 1:
        continue
    countdown.append(spec("countdown", str(level)))
else:
    countdown.append(spec("never"))

collected = defaultdict(list)
for country, tables in sorted(COUNTRIES.items(), reverse=True):
    for table in tables:
        collected[table].append(country)
head, *tail = collected
unions = [spec("union", table, countries[0], metadata={"from": len(countries)}) for table, countries in collected.items()]
counts = Counter(itertools.chain.from_iterable(COUNTRIES.values()))
most = counts.most_common(1)[0][0]

merged = ChainMap({"a": "1"}, {"a": "2", "b": "3"})
ordered = OrderedDict(sorted({"z": 1, "y": 2}.items()))


@asset(name=f"most_is_{most}_{merged['a']}{merged['b']}", deps=[s.key for s in sorted(unions, key=attrgetter("key"))], tags={k: str(v) for k, v in ordered.items()})
def summary(): ...


@asset(partitions_def=StaticPartitionsDefinition([f"{a}{b:>03}" for a in "AB" for b in (7, 42)]), name="_".join([head, *tail]))
def grid(): ...


for n, (left, right) in enumerate([("orders", "fr"), ("orders", "de")]):
    locals()[f"unused_{n}"] = left + right

jobs = [define_asset_job(name) for name in {"daily": 1, "weekly": 2} | {"monthly": 3}]
all_specs = [*by_country, *product, *chained, *flattened, *sliced, *nested, *paired, *sizes, *ranked, *zipped, *countdown, *unions]
assert len({s.key for s in all_specs}) == len(all_specs), "two specs of one key"
defs = Definitions(assets=[*all_specs, summary, grid], jobs=jobs)
