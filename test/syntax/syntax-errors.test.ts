import { describe, expect, it } from "vitest";
import { testParser } from "./test-parser.ts";

const parser = await testParser();

function messages(text: string): readonly string[] {
  return parser.parseModule(text).errors.map(({ message, start }) => `${text.slice(0, start).split("\n").length}: ${message}`);
}

/** All of these CPython 3.11 refuses. */
describe("a syntax error is told to a person", () => {
  it.each([
    ["print 'orders'\n", "1: missing parentheses in call to `print`: this is Python 2"],
    ["exec 'orders'\n", "1: missing parentheses in call to `exec`: this is Python 2"],
    ["raise ValueError, 'orders'\n", "1: `raise` takes one exception: several are Python 2"],
    ["limit = 0777\n", "1: leading zeros are not permitted in an integer: octal numbers begin with `0o`"],
    ["limit = 10L\n", "1: invalid number: the suffix `L` is Python 2"],
    ["is_new = a <> b\n", "1: `<>` is Python 2: write `!=`"],
    ["text = `orders`\n", "1: backquotes are Python 2: write `repr(…)`"],
    ["<<<<<<< HEAD\nx = 1\n", "1: merge conflict marker"],
    ["x = 1\n    y = 2\n", "2: unexpected indent"],
    ["if a:\n        b\n    c\n", "3: unexpected indent"],
    ["def orders():\nx = 1\n", "1: expected an indented block"],
    ["if a:\nb = 1\n", "1: expected an indented block"],
    ["class Orders:\n", "1: expected an indented block"],
    ["return 1\n", "1: `return` outside of a function"],
    ["f(a=1, 2)\n", "1: positional argument follows keyword argument"],
    ["f(a=1, a=2)\n", "1: keyword argument `a` is repeated"],
    ["def f(a=1, b): pass\n", "1: parameter without a default follows one with a default"],
    ["def f(a, a): pass\n", "1: duplicate parameter `a`"],
    ["try:\n    a\nb\n", "1: expected `except` or `finally` block"],
    ["x = 'orders\ny = 1\n", "1: unterminated string"],
    ["match x:\n    case {'a': 1, 'a': 2}: pass\n", '2: the key "a" is checked twice in one pattern'],
    ["match x:\n    case Asset(key=1, key=2): pass\n", "2: the attribute `key` is checked twice in one pattern"],
    ["match x:\n    case Asset(key=1, 2): pass\n", "2: positional patterns come before those with names"],
    ["match x:\n    case 1 as _: pass\n", "2: `_` cannot be the target of a pattern"],
    ["match x:\n    case f'a': pass\n", "2: a pattern is a literal or a dotted name, no f-string"],
    ["x = 1\0\n", "1: a NUL character is no part of Python"],
    [`x = ${"(".repeat(2000)}1${")".repeat(2000)}\n`, "1: nested too deeply"],
  ])("%j", (text, message) => {
    expect(messages(text)).toContain(message);
  });

  it("is found in a deferred body", () => {
    expect(messages("def orders():\n    x = (1 2)\n    return x\n")).toEqual(["2: unexpected `2`"]);
  });

  it("leaves the rest of the file readable", () => {
    const module = parser.parseModule("import dagster as dg\n\nx = = 1\n\n@dg.asset\ndef orders(): ...\n");

    expect(module.body.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["import", "function"]));
    expect(module.errors).not.toEqual([]);
  });
});

describe("valid Python that looks odd has no error", () => {
  it.each([
    "print >> stream, value\n",
    "if a:\n    b\n    # deeper\n        # comment\n    c\n",
    "if a:\n\tb\n\tc\n",
    "\fclass A:\n    x = 1\n\f\n    y = 2\n",
    "x = 1; y = 2\n",
    "x = \\\n    1\n",
    "\ufeffx = 1\ny = 2\n",
    "def f[T: int, *Ts, **P](x: T) -> T: ...\ntype Pair[T] = tuple[T, T]\n",
    'x = f"{orders["key"]}"\n',
    "try:\n    a\nexcept A, B:\n    b\n",
    'x = f"{c.name for c in y}"\n',
    "class A:\n    def f(self):\n        def g():\n            nonlocal __class__\n            return __class__\n        return g\n",
  ])("%j", (text) => {
    expect(messages(text)).toEqual([]);
  });
});
