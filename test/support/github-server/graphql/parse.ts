/**
 * GraphQL's query language, as much of it as clients write: one operation with variables, fields with aliases and arguments, inline
 * fragments. No named fragments, no directives: what is not understood is refused aloud.
 */
export interface Field {
  readonly kind: "field";
  readonly name: string;
  readonly alias: string;
  readonly args: Readonly<Record<string, Argument>>;
  readonly selection: readonly Selection[];
}

export interface InlineFragment {
  readonly kind: "fragment";
  readonly type: string;
  readonly selection: readonly Selection[];
}

export type Selection = Field | InlineFragment;

export type Argument =
  | { readonly kind: "literal"; readonly value: unknown }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "list"; readonly items: readonly Argument[] }
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, Argument>> };

export interface Document {
  readonly operation: "query" | "mutation";
  /** Name to type as written: `[String!]!`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly selection: readonly Selection[];
}

const TOKEN = /\s+|,|#[^\n]*|(\.\.\.|[{}()[\]:$!=]|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

function tokenize(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new SyntaxError(`Parse error on ${JSON.stringify(text.slice(at, at + 10))}`);
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

/** Throws `SyntaxError` in GitHub's words. */
export function parseGraphQL(text: string): Document {
  const tokens = tokenize(text);
  let at = 0;
  const peek = () => tokens[at];
  const take = (expected?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new SyntaxError(`Parse error on ${JSON.stringify(token ?? "end")}, expected ${expected ?? "more"}`);
    return token;
  };
  const skip = (token: string) => peek() === token && take(token) === token;

  function argument(): Argument {
    if (skip("$")) return { kind: "variable", name: take() };
    if (skip("[")) {
      const items: Argument[] = [];
      while (!skip("]")) items.push(argument());
      return { kind: "list", items };
    }
    if (skip("{")) return { kind: "object", fields: named("}") };
    const token = take();
    if (token.startsWith('"')) return { kind: "literal", value: JSON.parse(token) };
    if (/^-?\d/.test(token)) return { kind: "literal", value: Number(token) };
    const word = { true: true, false: false, null: null }[token];
    return { kind: "literal", value: word === undefined ? token : word };
  }

  function named(end: string): Record<string, Argument> {
    const fields: Record<string, Argument> = {};
    while (!skip(end)) {
      const name = take();
      take(":");
      fields[name] = argument();
    }
    return fields;
  }

  function selections(): readonly Selection[] {
    const list: Selection[] = [];
    take("{");
    while (!skip("}")) list.push(selection());
    return list;
  }

  function selection(): Selection {
    if (skip("...")) {
      take("on");
      return { kind: "fragment", type: take(), selection: selections() };
    }
    const first = take();
    const name = skip(":") ? take() : first;
    const args = skip("(") ? named(")") : {};
    return { kind: "field", name, alias: first, args, selection: peek() === "{" ? selections() : [] };
  }

  function variableTypes(): Record<string, string> {
    const types: Record<string, string> = {};
    while (!skip(")")) {
      take("$");
      const name = take();
      take(":");
      let type = "";
      while (peek() !== "$" && peek() !== ")" && peek() !== "=") type += take();
      if (skip("=")) argument();
      types[name] = type;
    }
    return types;
  }

  const operation = peek() === "{" ? "query" : take();
  if (operation !== "query" && operation !== "mutation") throw new SyntaxError(`Parse error on ${JSON.stringify(operation)}`);
  if (peek() !== "{" && peek() !== "(") take();
  const variables = skip("(") ? variableTypes() : {};
  const document = { operation, variables, selection: selections() } as const;
  if (at < tokens.length) throw new SyntaxError(`Parse error on ${JSON.stringify(tokens[at])}`);
  return document;
}
