/** The laws of unknowns: they absorb, they say why and where, and what is not known is never called absent. */
import { describe, expect, it } from "vitest";
import { DEFAULT_BUDGET } from "../../src/python/budget.ts";
import type { Value } from "../../src/python/value.ts";
import { evaluateFiles } from "../support/evaluate-files.ts";

/** A share for each call that keeps runaway tests short. */
const BUDGET = { ...DEFAULT_BUDGET, stepsOfCall: 100_000, size: 20_000 };

async function evaluate(source: string, environment: Readonly<Record<string, string>> = {}) {
  const options = { environment: new Map(Object.entries(environment)), budget: BUDGET };
  const { machine, module } = await evaluateFiles({ "main.py": source }, "main.py", options);
  return { machine, value: (name: string) => module.scope.names.get(name) };
}

/** A value as the tests speak of it: `"orders"`, `unknown(external-library)`, `one of "a", "b" or absent`. */
function reveal(value: Value | undefined): string {
  if (!value) return "absent";
  switch (value.kind) {
    case "unknown":
      return `unknown(${value.reason})`;
    case "one-of":
      return `one of ${value.options.map(reveal).join(", ")}${value.maybeAbsent ? " or absent" : ""}`;
    case "str":
      return JSON.stringify(value.value);
    case "int":
      return String(value.value);
    case "none":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "list":
      return `[${value.items.map(reveal).join(", ")}${value.complete ? "" : ", …"}]`;
    case "dict":
      return `{${[...value.entries.values()].map((entry) => `${reveal(entry.key)}: ${reveal(entry.value)}`).join(", ")}${value.complete ? "" : ", …"}}`;
    default:
      return value.kind;
  }
}

describe("an unknown", () => {
  it.each([
    ["import requests\nx = requests.get('u').json()['tables'][0].upper() + '_raw'", "unknown(external-library)"],
    ["import os\nx = os.environ['SCHEMA'] + '.orders'", "unknown(runtime-input)"],
    ["import random\nx = f'orders_{random.randint(0, 9)}'", "unknown(runtime-input)"],
    ["from datetime import datetime\nx = datetime.now().strftime('%Y')", "unknown(runtime-input)"],
    ["x = open('missing.yaml').read()", "unknown(runtime-input)"],
    ["import lib\nx = eval(lib.formula())", "unknown(external-library)"],
    ["def f(n):\n    return f(n + 1)\nx = f(0)", "unknown(limit)"],
    ["x = [n for n in range(10**7)][5] if False else 1", "1"],
  ])("absorbs what is done with it and keeps its reason: %s", async (source, expected) => {
    const { value } = await evaluate(source);

    expect(reveal(value("x"))).toBe(expected);
  });

  it("is known again where the result is the same for every value", async () => {
    const { value } = await evaluate(
      "import lib\nx = lib.f() and False\ny = lib.f() or 'known'\nz = 'a' in ['a', lib.f()]\nw = [lib.f()][0:0]",
    );

    expect(reveal(value("z"))).toBe("True");
    expect(reveal(value("w"))).toBe("[]");
  });

  it("leaves a collection incomplete when it is spread into it", async () => {
    const { value } = await evaluate("import lib\nx = ['a', *lib.tables()]\ny = {'a': 1, **lib.config()}\nz = [t for t in lib.tables()]");

    expect(reveal(value("x"))).toBe('["a", …]');
    expect(reveal(value("y"))).toBe('{"a": 1, …}');
    expect(reveal(value("z"))).toBe("[, …]");
  });

  it("says in words what is not known, and where", async () => {
    const { value } = await evaluate("import os\nschema = os.environ['SCHEMA']");

    expect(value("schema")).toMatchObject({
      message: "the environment variable `SCHEMA` is known at run time only",
      at: { path: "main.py", start: 19, end: 39 },
    });
  });
});

describe("a condition that nobody can decide", () => {
  it("runs both sides and joins what they leave", async () => {
    const { value } = await evaluate("import lib\nif lib.ready():\n    x = 'a'\n    only = 1\nelse:\n    x = 'b'\ny = f'{x}_raw'");

    expect(reveal(value("x"))).toBe('one of "a", "b"');
    expect(reveal(value("y"))).toBe('one of "a_raw", "b_raw"');
    expect(reveal(value("only"))).toBe("one of 1 or absent");
  });

  it("makes what is added under it an item that may be absent", async () => {
    const { value } = await evaluate("import lib\nx = ['a']\nif lib.ready():\n    x.append('b')\nx += ['c']\ny = [i for i in x]");

    expect(reveal(value("x"))).toBe('["a", one of "b" or absent, "c"]');
    expect(reveal(value("y"))).toBe('["a", one of "b" or absent, "c"]');
  });

  it("joins what its branches return", async () => {
    const { value } = await evaluate(
      "import lib\ndef pick():\n    if lib.ready():\n        return 'early'\n    return 'late'\nx = pick()\ny = 'a' if lib.ready() else 'b'",
    );

    expect(reveal(value("x"))).toBe('one of "early", "late"');
    expect(reveal(value("y"))).toBe('one of "a", "b"');
  });

  it("does not take the branch that raises", async () => {
    const { value } = await evaluate("import lib\nif not lib.ready():\n    raise RuntimeError('not ready')\nx = 'ready'");

    expect(reveal(value("x"))).toBe('"ready"');
  });

  it.each([
    [
      "returned",
      "def pick():\n    try:\n        CHECK\n        return 'found'\n    except Exception:\n        return None\nx = pick()",
      'one of "found", None',
    ],
    ["bound", "try:\n    CHECK\n    x = 'found'\nexcept RuntimeError:\n    x = 'fallback'", 'one of "found", "fallback"'],
    ["bound before it", "x = 'before'\ntry:\n    CHECK\n    x = 'after'\nexcept RuntimeError:\n    pass", 'one of "after", "before"'],
    [
      "added after it",
      "x = []\ntry:\n    CHECK\n    x.append('a')\nexcept RuntimeError:\n    pass\nx.append('b')",
      '[one of "a" or absent, "b"]',
    ],
    ["added by the handler", "x = []\ntry:\n    CHECK\nexcept RuntimeError:\n    x.append('a')", '[one of "a" or absent]'],
    [
      "bound by an outer handler",
      "try:\n    try:\n        CHECK\n    except KeyError:\n        pass\n    x = 'found'\nexcept Exception:\n    x = 'fallback'",
      'one of "found", "fallback"',
    ],
    [
      "translated on its way",
      "try:\n    try:\n        CHECK\n    except RuntimeError as e:\n        raise KeyError('no') from e\n    x = 'found'\nexcept KeyError:\n    x = 'fallback'",
      'one of "found", "fallback"',
    ],
    [
      "left in a loop",
      "x = []\nfor name in ['a']:\n    try:\n        CHECK\n    except RuntimeError:\n        continue\n    x.append(name)\nx.append('b')",
      '[one of "a" or absent, "b"]',
    ],
  ])("takes both ways where a `try` catches what a branch raises, here or in a function: %s", async (_, source, expected) => {
    const check = "if not lib.ready():\n        raise RuntimeError('not ready')";
    const { value } = await evaluate(`import lib\ndef check():\n    ${check}\n${source.replace("CHECK", "check()")}`);
    const inPlace = source.replace(/^( *)CHECK/m, "$1if not lib.ready():\n$1    raise RuntimeError('not ready')");

    expect(reveal(value("x"))).toBe(expected);
    expect(reveal((await evaluate(`import lib\n${inPlace}`)).value("x"))).toBe(expected);
  });

  it.each([
    ["no handler is of its type", "try:\n    check()\n    x = 'found'\nexcept KeyError:\n    x = 'fallback'"],
    ["the handler raises it again", "try:\n    check()\n    x = 'found'\nexcept Exception:\n    raise"],
    ["the call is not read", "try:\n    lib.ready()\n    x = 'found'\nexcept Exception:\n    x = 'fallback'"],
    ["it stands after the body", "try:\n    x = 'found'\nexcept Exception:\n    x = 'fallback'\nelse:\n    check()"],
  ])("goes on as if nothing were raised where %s", async (_, source) => {
    const { machine, value } = await evaluate(
      `import lib\ndef check():\n    if not lib.ready():\n        raise RuntimeError('not ready')\n${source}\ny = []\ny.append('certain')`,
    );

    expect(reveal(value("x"))).toBe('"found"');
    expect(reveal(value("y"))).toBe('["certain"]');
    expect([machine.conditions, machine.catchers]).toEqual([[], []]);
  });

  it.each([
    [
      "by the manager around it",
      "@contextmanager\ndef tolerant():\n    try:\n        yield\n    except RuntimeError:\n        pass\nwith tolerant():\n    check()\n    x.append('a')",
      '[one of "a" or absent, "z"]',
    ],
    [
      "around the manager that raises it",
      "@contextmanager\ndef checked():\n    check()\n    yield\ntry:\n    with checked():\n        x.append('a')\nexcept RuntimeError:\n    x.append('b')",
      '[one of "b" or absent, one of "a" or absent, "z"]',
    ],
    [
      "in a generator",
      "def names():\n    try:\n        check()\n        yield 'a'\n    except RuntimeError:\n        yield 'b'\nx.extend(names())",
      '[one of "a" or absent, one of "b" or absent, "z"]',
    ],
  ])("ends with the `try` that catches: %s", async (_, source, expected) => {
    const check = "def check():\n    if not lib.ready():\n        raise RuntimeError('not ready')";
    const { machine, value } = await evaluate(
      `import lib\nfrom contextlib import contextmanager\n${check}\nx = []\n${source}\nx.append('z')`,
    );

    expect(reveal(value("x"))).toBe(expected);
    expect([machine.conditions, machine.catchers]).toEqual([[], []]);
  });

  it("takes a `raise` that a branch's `return` may come before for one that does not happen, or that a `try` catches", async () => {
    const find = "import lib\ndef find():\n    if lib.ready():\n        return 'found'\n    raise LookupError('nothing')\n";
    const { machine, value } = await evaluate(`${find}x = find()\ntry:\n    y = find()\nexcept LookupError:\n    y = 'fallback'`);

    expect(machine.problems).toEqual([]);
    expect(reveal(value("x"))).toBe('"found"');
    expect(reveal(value("y"))).toBe('one of "found", "fallback"');
  });

  it("opens the collections that a loop over it adds to", async () => {
    const { value } = await evaluate("import lib\nx = []\nuntouched = ['a']\nfor t in lib.tables():\n    x.append(f'raw_{t}')");

    expect(reveal(value("x"))).toBe("[one of unknown(external-library) or absent, …]");
    expect(reveal(value("untouched"))).toBe('["a"]');
  });
});

describe("the environment", () => {
  it("counts as unset, and what rests on that says so", async () => {
    const { value } = await evaluate(
      "import os\nx = os.getenv('REGION', 'eu')\ny = f'orders_{x}'\nz = os.getenv('REGION')\nw = 'a' if os.getenv('REGION') else 'b'\nv = 'REGION' in os.environ",
    );

    expect(value("x")).toMatchObject({ value: "eu", assumes: ["REGION unset"] });
    expect(value("y")).toMatchObject({ value: "orders_eu", assumes: ["REGION unset"] });
    expect(value("z")).toMatchObject({ kind: "none", assumes: ["REGION unset"] });
    expect(value("w")).toMatchObject({ value: "b", assumes: ["REGION unset"] });
    expect(value("v")).toMatchObject({ value: false, assumes: ["REGION unset"] });
  });

  it("is what it is named as", async () => {
    const { value } = await evaluate("import os\nx = os.environ['REGION'] + os.getenv('REGION', 'eu')", { REGION: "us" });

    expect(reveal(value("x"))).toBe('"usus"');
  });
});

describe("a budget", () => {
  it.each([
    ["a loop without end", "x = []\nwhile True:\n    x.append(1)\ny = 'after'"],
    ["a comprehension over ten million", "x = [n for n in range(10_000_000)]\ny = 'after'"],
    ["text that doubles", "x = 'a'\nfor i in range(60):\n    x = x * 2\ny = 'after'"],
    ["recursion without end", "def f(n):\n    return [f(n + 1), f(n + 2)]\nx = f(0)\ny = 'after'"],
    ["numbers that explode", "x = 9 ** 9 ** 9\ny = 'after'"],
  ])("ends %s in an unknown, and the rest is read", async (_, source) => {
    const { machine, value } = await evaluate(source);

    expect(reveal(value("y"))).toBe('"after"');
    expect(
      JSON.stringify([value("x"), machine.problems], (_key, item) => (typeof item === "bigint" ? "bigint" : item)).slice(-20_000_000),
    ).toMatch(/limit|unsupported|budget/);
  });
});

it("imports as Python imports", async () => {
  const { module, machine } = await evaluateFiles(
    {
      "shop/__init__.py": "from .names import RAW as EXPORTED\n__all__ = ['EXPORTED']",
      "shop/names.py": "RAW = 'raw'\n_hidden = 1",
      "shop/sub/deep.py": "from ..names import *\nfrom .. import names as again\nVALUE = RAW + again.RAW",
      "shop/cycle_a.py": "from shop import cycle_b\nA = 'a'",
      "shop/cycle_b.py": "import shop.cycle_a\nB = 'b'",
      "stale/names.py": "RAW = 'stale'",
      "main.py": [
        "import shop.sub.deep as deep",
        "from shop import *",
        "from shop.cycle_a import A, cycle_b",
        "import shop.names",
        "try:\n    from shop.nope import x\nexcept ImportError:\n    x = 'fallback'",
        "try:\n    import numpy as np\nexcept ImportError:\n    np = None",
        "from shop.sub import deep as same",
        "import importlib\nlate = importlib.import_module('shop.names').RAW",
        "import pkgutil, shop as package\nfound = [m.name for m in pkgutil.iter_modules(package.__path__)]",
        "from pathlib import Path\nfolder = (Path(__file__).parent / 'shop').name\nfiles = sorted(p.name for p in (Path(__file__).parent / 'shop').glob('*.py'))",
        "value, hidden = deep.VALUE, '_hidden' in globals()",
      ].join("\n"),
    },
    "main.py",
  );
  const shown = (name: string) => reveal(module.scope.names.get(name));

  expect(machine.problems).toEqual([]);
  expect(
    Object.fromEntries(["EXPORTED", "A", "x", "late", "found", "folder", "files", "value", "hidden"].map((name) => [name, shown(name)])),
  ).toEqual({
    EXPORTED: '"raw"',
    A: '"a"',
    x: '"fallback"',
    late: '"raw"',
    found: '["cycle_a", "cycle_b", "names"]',
    folder: '"shop"',
    files: '["__init__.py", "cycle_a.py", "cycle_b.py", "names.py"]',
    value: '"rawraw"',
    hidden: "False",
  });
  expect(module.scope.names.get("np")).toEqual({ kind: "symbol", name: "numpy" });
  expect(machine.truth(module.scope.names.get("deep") ?? { kind: "none" })).toBe("yes");
});

describe("the folder that holds the repository", () => {
  it.each([
    ["str(Path(__file__).parent)[:5]", "unknown(runtime-input)"],
    ["str(Path(__file__).parent)[3]", "unknown(runtime-input)"],
    ["str(Path(__file__).parent)[-40:]", "unknown(runtime-input)"],
    ["__file__[-7:]", '"main.py"'],
    ["__file__[-7:-3]", '"main"'],
    ["__file__[len(str(Path(__file__).parent)) + 1 :]", '"main.py"'],
  ])("makes %s %s", async (expression, expected) => {
    const { value } = await evaluate(`from pathlib import Path\nresult = ${expression}`);

    expect(reveal(value("result"))).toBe(expected);
  });
});
