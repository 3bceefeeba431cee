/** Tags that bring in other templates: `extends`, `block`, `include`, `import`, `from`. */
import { parseExpression } from "./expression-parser.ts";
import type { FromImportStatement } from "./syntax.ts";
import type { ParseTag } from "./tag-parser.ts";
import type { TokenStream } from "./token-stream.ts";

export const parseBlock: ParseTag = (parser) => {
  const { stream } = parser;
  const name = stream.expectName().text;
  const scoped = stream.skipName("scoped");
  const required = stream.skipName("required");
  const { body } = parser.block("endblock");
  stream.skipName(name);
  return { kind: "block", name, scoped, required, body };
};

export const parseExtends: ParseTag = ({ stream }) => ({ kind: "extends", template: parseExpression(stream) });

export const parseInclude: ParseTag = ({ stream }) => {
  const template = parseExpression(stream);
  const ignoreMissing = skipTwo(stream, "ignore", "missing");
  return { kind: "include", template, ignoreMissing, withContext: parseContext(stream) ?? true };
};

export const parseImport: ParseTag = ({ stream }) => {
  const template = parseExpression(stream);
  stream.expectKeyword("as");
  const name = stream.expectName().text;
  return { kind: "import", template, name, withContext: parseContext(stream) ?? false };
};

export const parseFromImport: ParseTag = ({ stream }) => {
  const template = parseExpression(stream);
  stream.expectKeyword("import");
  const names: FromImportStatement["names"][number][] = [];
  let withContext: boolean | undefined;
  do {
    withContext = parseContext(stream);
    if (withContext !== undefined) break;
    const name = stream.expectName().text;
    if (name.startsWith("_")) stream.fail("names starting with an underline can not be imported");
    names.push({ name, alias: stream.skipName("as") ? stream.expectName().text : name });
    withContext = parseContext(stream);
  } while (withContext === undefined && stream.skipOperator(","));
  return { kind: "from-import", template, names, withContext: withContext ?? false };
};

/** `with context` is true, `without context` is false; undefined when neither stands there. */
function parseContext(stream: TokenStream): boolean | undefined {
  if (skipTwo(stream, "with", "context")) return true;
  return skipTwo(stream, "without", "context") ? false : undefined;
}

function skipTwo(stream: TokenStream, first: string, second: string): boolean {
  const next = stream.peek(1);
  if (!stream.isName(first) || next.type !== "name" || next.text !== second) return false;
  stream.take();
  stream.take();
  return true;
}
