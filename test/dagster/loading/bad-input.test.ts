/** Code and data that would hang, crash or mislead a reader: each is an unknown with its reason, within the budgets, and what stands beside it is still claimed. */
import { expect, test } from "vitest";
import type { CodeLocation, UnresolvedReason } from "../../../src/types/graph-document.ts";
import { analyzeFiles, edgesOf, loadDefinitions, nodesOf } from "./analyze-files.ts";

/** Of one project, in milliseconds of the processor: a hang, not a slow machine. */
const HANG_MS = 30_000;

/** What a test can wait for; the real one is in `python/budget.ts`. */
const SMALL = { steps: 1_000_000, stepsOfCall: 200_000, depth: 150, size: 5_000 };

async function within<T>(work: () => Promise<T>): Promise<T> {
  const start = process.cpuUsage().user;
  const result = await work();
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(HANG_MS);
  return result;
}

function reasonsOf({ unresolved }: CodeLocation): readonly UnresolvedReason[] {
  return [...new Set(unresolved.map(({ reason }) => reason))];
}

const ORDERS = "\n@dg.asset\ndef orders(): ...\n";

test.each([
  ["a comprehension over ten million", "tables = [f't{i}' for i in range(10_000_000)]"],
  ["a loop over ten million", "tables = []\nfor i in range(10_000_000):\n    tables.append(f't{i}')"],
  ["a product of ranges", "import itertools\ntables = ['_'.join(map(str, p)) for p in itertools.product(range(1000), repeat=3)]"],
  ["recursion without end", "def names(depth=0):\n    return names(depth + 1) + [f't{depth}']\ntables = names()"],
  ["two functions that call each other", "def left(n):\n    return right(n + 1)\ndef right(n):\n    return left(n - 1)\ntables = left(0)"],
  [
    "a generator without end",
    "def numbers():\n    n = 0\n    while True:\n        n += 1\n        yield f't{n}'\ntables = list(numbers())",
  ],
  ["an iterator without end", "import itertools\ntables = [f't{n}' for n in itertools.count()]"],
  ["a string that doubles", "tables = 'ab'\nfor _ in range(200):\n    tables += tables"],
  ["a list that doubles", "tables = ['t']\nfor _ in range(200):\n    tables += tables"],
  ["a list times a billion", "tables = ['t'] * 10 ** 9"],
  [
    "nested loops",
    "def names():\n    found = []\n    for a in range(5000):\n        for b in range(5000):\n            found.append(a)\n    return found\ntables = names()",
  ],
])("%s ends in a limit, and what is beside it is claimed", async (_, code) => {
  const { document } = await within(() =>
    loadDefinitions(
      `${ORDERS}${code}\ncounted = dg.AssetSpec("counted", tags={"tables": str(len(tables))})\ndefs = dg.Definitions(assets=[orders, counted])\n`,
      {},
      { budget: SMALL },
    ),
  );

  expect(nodesOf(document)).toEqual(["external counted", "asset orders"]);
  expect(document.nodes.map(({ unresolved }) => unresolved)).toEqual([["tags"], []]);
  expect(reasonsOf(document)).toContain("limit");
});

test("modules that import each other are read as Python does, and what is not bound yet is a problem with its place", async () => {
  const { document } = await loadDefinitions(`import shop.left\nfrom shop.left import orders\ndefs = dg.Definitions(assets=[orders])\n`, {
    "shop/__init__.py": "",
    "shop/left.py": "import dagster as dg\nfrom shop import right\n\n@dg.asset\ndef orders(): ...\n",
    "shop/right.py": "import shop.left\n\ndef later():\n    return shop.left.orders\n",
  });
  const broken = await loadDefinitions(`import shop.left\ndefs = dg.Definitions(assets=[shop.left.orders, shop.right.refunds])\n`, {
    "shop/__init__.py": "",
    "shop/left.py": "import dagster as dg\nfrom shop.right import refunds\n\n@dg.asset\ndef orders(): ...\n",
    "shop/right.py": "import dagster as dg\nfrom shop.left import orders\n\n@dg.asset(deps=[orders])\ndef refunds(): ...\n",
  });

  expect({ nodes: nodesOf(document), unresolved: document.unresolved }).toEqual({ nodes: ["asset orders"], unresolved: [] });
  // Python refuses this one: `orders` is not bound while `shop.left` is still being imported.
  expect(broken.document.unresolved.map(({ file }) => file)).toContain("shop/right.py");
});

test("a name that is bound again means what it means last, and earlier what it meant then", async () => {
  const { document } = await loadDefinitions(`
@dg.asset
def orders(): ...

first = orders

@dg.asset(name="refunds", deps=[first])
def orders(): ...

dg = dg
defs = dg.Definitions(assets=[first, orders])
`);

  expect(nodesOf(document)).toEqual(["asset orders", "asset refunds"]);
  expect(edgesOf(document)).toEqual(["orders -> refunds"]);
});

test.each([
  ["from shop_that_is_gone import tables", "shop_that_is_gone"],
  ["from shop.gone import tables", "shop.gone"],
  ["from shop import tables", "tables"],
  ["from . import tables", "."],
])("`%s` leaves the assets open and says what is not there", async (statement, mentioned) => {
  const { document } = await loadDefinitions(
    `${ORDERS}try:\n    ${statement}\nexcept ZeroDivisionError:\n    pass\ndefs = dg.Definitions(assets=[orders, *tables])\n`,
    {
      "shop/__init__.py": "",
    },
  );

  expect(document.unresolved.length).toBeGreaterThan(0);
  expect(document.unresolved.map(({ message }) => message).join("\n")).toContain(mentioned);
});

test("of two packages of one name the one that is first on the path counts, for each location its own", async () => {
  const shop = (key: string): string => `import dagster as dg\n\n@dg.asset\ndef ${key}(): ...\n`;
  const locations = await analyzeFiles({
    "east/pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n',
    "east/shop/__init__.py": "",
    "east/shop/assets.py": shop("orders_of_the_east"),
    "east/shop/definitions.py":
      "import dagster as dg\nfrom shop import assets\ndefs = dg.Definitions(assets=dg.load_assets_from_modules([assets]))\n",
    "west/pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n',
    "west/shop/__init__.py": "",
    "west/shop/assets.py": shop("orders_of_the_west"),
    "west/shop/definitions.py":
      "import dagster as dg\nfrom shop import assets\ndefs = dg.Definitions(assets=dg.load_assets_from_modules([assets]))\n",
  });

  expect(locations.map(({ document }) => [document.root, nodesOf(document), document.unresolved])).toEqual([
    ["east", ["asset orders_of_the_east"], []],
    ["west", ["asset orders_of_the_west"], []],
  ]);
});

test("a factory of 3,000 lines is read to its end", async () => {
  const branches = Array.from(
    { length: 1000 },
    (_, index) => `    if name == "t${index}":\n        group = "g${index % 7}"\n        owner = "team:${index % 3}"`,
  );
  const { document } = await within(() =>
    loadDefinitions(`
def make(name):
    group = owner = None
${branches.join("\n")}
    @dg.asset(name=name, group_name=group, owners=[owner])
    def table(): ...
    return table

defs = dg.Definitions(assets=[make(f"t{i}") for i in range(0, 1000, 100)])
`),
  );

  expect(document.unresolved).toEqual([]);
  expect(document.nodes.map(({ key, group }) => `${key} ${group}`)).toContain("t900 g4");
  expect(document.nodes).toHaveLength(10);
});

const BOMB = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g, *g]
tables: *h
`;

test("a YAML file whose aliases multiply is not expanded", async () => {
  const { document } = await within(() =>
    loadDefinitions(
      `import yaml\nfrom pathlib import Path\n${ORDERS}tables = yaml.safe_load((Path(__file__).parent / "tables.yaml").read_text())["tables"]\ndefs = dg.Definitions(assets=[orders, *[dg.AssetSpec(str(t)) for t in tables]])\n`,
      { "tables.yaml": BOMB },
    ),
  );

  expect(nodesOf(document)[0]).toBe("asset orders");
  expect(document.unresolved.length).toBeGreaterThan(0);
});

test("a component whose YAML multiplies, or refers to itself, leaves the others as they are", async () => {
  const [location] = await within(() =>
    analyzeFiles({
      "pyproject.toml": '[tool.dg.project]\nroot_module = "shop"\n',
      "src/shop/__init__.py": "",
      "src/shop/definitions.py":
        "from pathlib import Path\nfrom dagster import definitions, load_from_defs_folder\n\n@definitions\ndef defs():\n    return load_from_defs_folder(path_within_project=Path(__file__).parent)\n",
      "src/shop/defs/orders.py": "import dagster as dg\n\n@dg.asset\ndef orders(): ...\n",
      "src/shop/defs/bomb/defs.yaml": `type: dagster.DefinitionsComponent\nattributes:\n  path: x\n${BOMB}`,
      "src/shop/defs/circle/defs.yaml": "type: &t [*t]\nattributes: &a {path: *a}\n",
    }),
  );

  expect(location && nodesOf(location.document)).toContain("asset orders");
  expect(location?.document.unresolved.length).toBeGreaterThan(0);
});

test("many locations share one budget: the last ones are open, none is wrong", async () => {
  const heavy = `import dagster as dg
def count():
    n = 0
    for a in range(5000):
        n = n + a * 2 - 1
    return n
count()
${ORDERS}
defs = dg.Definitions(assets=[orders])
`;
  const files = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`location_${index}/definitions.py`, heavy]));
  const locations = await within(() => analyzeFiles(files, { budget: SMALL, stepsOfAllLocations: 60_000 }));
  const read = locations.filter(({ document }) => document.nodes.length > 0);

  expect(locations).toHaveLength(4);
  expect(read.length).toBeGreaterThan(0);
  expect(read.length).toBeLessThan(4);
  for (const { document } of locations) if (!read.some((one) => one.document === document)) expect(reasonsOf(document)).toEqual(["limit"]);
});
