/** Programs from a small grammar, for properties: valid Python with every kind of line end, indentation and oddity of layout. */
import fc from "fast-check";

const name = fc.constantFrom("orders", "customers", "größe", "名前", "_x1", "match", "type", "print");
const text = fc.constantFrom(
  '"a"',
  "'it'",
  '"""t\nw"""',
  "r'\\d'",
  'f"{orders}😀"',
  "f'{x!r:>{w}}'",
  'b"\\x00"',
  '"é" "😀"',
  '"\\N{EM DASH}"',
  "''",
);
const number = fc.constantFrom("0", "1_000", "0xFF", "1.5e3", "2j");

const { expression } = fc.letrec<{ readonly expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: "expression" },
    name,
    text,
    number,
    fc
      .tuple(tie("expression"), fc.constantFrom("+", "**", "|", "&", "^", "and", "or", "<", "not in", "is not"), tie("expression"))
      .map(([a, o, b]) => `(${a}) ${o} ${b}`),
    fc.tuple(name, fc.array(tie("expression"), { maxLength: 3 })).map(([f, args]) => `${f}(${args.join(", ")})`),
    fc.tuple(name, name, tie("expression")).map(([f, key, value]) => `${f}.method(${key}=${value}, *a, **b)[1:]`),
    fc.array(tie("expression"), { maxLength: 3 }).map((items) => `[${items.map((item) => `${item},  # item\n`).join("")}]`),
    fc.tuple(tie("expression"), tie("expression")).map(([key, value]) => `{${key}: ${value}, **rest}`),
    tie("expression").map((value) => `(lambda a, *b, c=1: ${value})`),
    fc.tuple(tie("expression"), tie("expression")).map(([element, source]) => `[(${element}) for i in (${source}) if i]`),
    fc.tuple(tie("expression"), tie("expression")).map(([test, value]) => `((${value}) if (${test}) else None)`),
  ),
}));

interface Block {
  readonly line: string;
  readonly body?: readonly Block[];
}

const simple = fc.oneof(
  expression,
  fc.tuple(name, expression).map(([target, value]) => `${target} = ${value}`),
  fc.tuple(name, expression).map(([target, value]) => `${target}: int = ${value}  # 😀 comment`),
  fc.constantFrom("pass", "import os.path as p", "from . import (a,\n b as c)", "x = 1; y = 2", "del x", "assert x, y"),
);

const { statement } = fc.letrec<{ readonly statement: Block }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3, depthIdentifier: "statement" },
    simple.map((line) => ({ line })),
    fc.tuple(header(), fc.array(tie("statement"), { minLength: 1, maxLength: 3 })).map(([line, body]) => ({ line, body })),
  ),
}));

function header(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      "def f(a, /, b: int = 1, *, c):",
      "async def g(*args, **kw) -> None:",
      "class A(B, key=1):",
      "while x:",
      "for a, *b in c:",
      "with a as b, c:",
    ),
    expression.map((test) => `if ${test}:`),
    expression.map((decorator) => `@f(${decorator})\ndef h(\n  a,\n):`),
  );
}

export interface Layout {
  readonly indent: string;
  readonly lineEnd: () => string;
}

function render(blocks: readonly Block[], margin: string, layout: Layout): string {
  return blocks
    .map(({ line, body }) => {
      const [decorator = "", ...rest] = line.startsWith("@") ? split(line) : [line];
      const lines = [decorator, ...rest].map((part) => margin + part).join("\n");
      return lines + layout.lineEnd() + (body ? render(body, margin + layout.indent, layout) : "");
    })
    .join("");
}

/** A decorator stands on a line of its own, at the margin of its `def`. */
function split(line: string): readonly string[] {
  const at = line.lastIndexOf("\ndef ");
  return [line.slice(0, at), line.slice(at + 1)];
}

/** A valid program; its text holds any of the line ends, mixed. */
export const program: fc.Arbitrary<string> = fc
  .record({
    blocks: fc.array(statement, { maxLength: 5 }),
    indent: fc.constantFrom("    ", "\t", " ", "  "),
    lineEnds: fc.infiniteStream(fc.constantFrom("\n", "\r\n", "\n\n", "\r\n\r\n", "  # note\n", "\n# note 😀\r\n", "\n\f\n")),
    bom: fc.boolean(),
    lastLineEnd: fc.boolean(),
  })
  .map(({ blocks, indent, lineEnds, bom, lastLineEnd }) => {
    const lineEnd = () => String(lineEnds.next().value);
    const body = render(blocks, "", { indent, lineEnd });
    return (bom ? "\ufeff" : "") + (lastLineEnd ? body : body.trimEnd());
  });
