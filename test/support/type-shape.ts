/**
 * Reads the shape of our published contracts out of `src/types/*.ts` (interfaces and aliases of data, nothing else), and the same
 * shape out of a JSON Schema, so that a test can hold them against each other. TypeScript 7 has no API for that, and data types are
 * a small enough language: members, unions, arrays, records, literals.
 */
export interface TypeShape {
  readonly members: Map<string, { optional: boolean; type: TypeShape }>;
  readonly literals: Set<string | null>;
  /** Names of other types, and `Name["member"]`. */
  readonly names: Set<string>;
}

export interface TypeDeclaration extends TypeShape {
  readonly isInterface: boolean;
  readonly bases: readonly string[];
}

const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*|\d+|=>|[^\s]/g;

function emptyShape(): TypeShape {
  return { members: new Map(), literals: new Set(), names: new Set() };
}

export function readTypeDeclarations(source: string): Map<string, TypeDeclaration> {
  const tokens = (source.match(TOKEN) ?? []).filter((token) => !token.startsWith("/*") && !token.startsWith("//"));
  const declarations = new Map<string, TypeDeclaration>();
  let at = 0;
  while (at < tokens.length) {
    const [keyword, name] = [tokens[at], tokens[at + 1] ?? ""];
    if (tokens[at - 1] === "export" && keyword === "interface") declarations.set(name, readInterface());
    else if (tokens[at - 1] === "export" && keyword === "type" && tokens[at + 2] === "=") declarations.set(name, readAlias());
    else at++;
  }
  return declarations;

  function readInterface(): TypeDeclaration {
    at += 2;
    const bases: string[] = [];
    for (; tokens[at] !== "{"; at++) if (/^[A-Z]/.test(tokens[at] ?? "")) bases.push(tokens[at] ?? "");
    const shape = emptyShape();
    readMembers(shape);
    return { ...shape, isInterface: true, bases };
  }

  function readAlias(): TypeDeclaration {
    at += 3;
    return { ...readType(), isInterface: false, bases: [] };
  }

  function readMembers(into: TypeShape): void {
    at++;
    while (tokens[at] !== "}") {
      if (tokens[at] === "readonly") at++;
      const name = (tokens[at++] ?? "").replaceAll('"', "");
      const optional = tokens[at] === "?";
      if (optional) at++;
      at++;
      into.members.set(name, { optional, type: readType() });
      if (tokens[at] === ";") at++;
    }
    at++;
  }

  function readType(): TypeShape {
    const shape = emptyShape();
    while (at < tokens.length && tokens[at] !== ";" && tokens[at] !== "}") {
      const token = tokens[at] ?? "";
      if (token === "{") readMembers(shape);
      else if (token.startsWith('"')) shape.literals.add(JSON.parse(tokens[at++] ?? ""));
      else if (token === "null") readNull(shape);
      else if (/^[A-Z]/.test(token)) readName(shape, token);
      else at++;
    }
    return shape;
  }

  function readNull(shape: TypeShape): void {
    at++;
    shape.literals.add(null);
  }

  function readName(shape: TypeShape, name: string): void {
    at++;
    if (tokens[at] === "[" && (tokens[at + 1] ?? "").startsWith('"')) {
      shape.names.add(`${name}.${JSON.parse(tokens[at + 1] ?? "")}`);
      at += 3;
    } else {
      shape.names.add(name);
    }
  }
}

/** One line for each member (`group`, `fix?`), literal (`kind = "asset"`, `group = null`) and named type (`source -> SourceRange`), sorted. */
export function linesOfType(declarations: ReadonlyMap<string, TypeDeclaration>, name: string): string[] {
  const lines = new Set<string>();
  const declaration = declarations.get(name);
  if (declaration !== undefined) visit(declaration, "");
  return [...lines].sort();

  function visit(shape: TypeShape & { bases?: readonly string[] }, path: string): void {
    for (const base of shape.bases ?? []) expand(base, path);
    for (const literal of shape.literals) lines.add(`${path} = ${JSON.stringify(literal)}`);
    for (const [member, { optional, type }] of shape.members) {
      lines.add(`${path}/${member}${optional ? "?" : ""}`);
      visit(type, `${path}/${member}`);
    }
    for (const reference of shape.names) {
      if (declarations.get(reference)?.isInterface) lines.add(`${path} -> ${reference}`);
      else expand(reference, path);
    }
  }

  function expand(reference: string, path: string): void {
    const [typeName = "", member] = reference.split(".");
    const target = declarations.get(typeName);
    const shape = member === undefined ? target : target?.members.get(member)?.type;
    if (shape !== undefined) visit(shape, path);
  }
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** `assetNode` of `AssetNode`: how a schema names the definition of an interface. */
export function definitionName(interfaceName: string): string {
  return interfaceName.charAt(0).toLowerCase() + interfaceName.slice(1);
}

/** The lines of {@link linesOfType}, from a schema. A `$ref` to the definition of one of `interfaces` is a named type; `otherNames` are definitions not called after theirs. */
export function linesOfSchema(
  document: Schema,
  start: Schema,
  interfaces: ReadonlySet<string>,
  otherNames: Readonly<Record<string, string>> = {},
): string[] {
  const lines = new Set<string>();
  const names = new Map([...interfaces].map((name) => [otherNames[name] ?? definitionName(name), name]));
  visit(start, "");
  return [...lines].sort();

  function visit(schema: Schema, path: string): void {
    if (schema.$ref !== undefined) follow(schema.$ref, path);
    for (const literal of [...(schema.enum ?? []), schema.const]) {
      if (typeof literal === "string") lines.add(`${path} = ${JSON.stringify(literal)}`);
    }
    if ([schema.type].flat().includes("null")) lines.add(`${path} = null`);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      lines.add(`${path}/${name}${schema.required?.includes(name) ? "" : "?"}`);
      visit(property, `${path}/${name}`);
    }
    if (typeof schema.additionalProperties === "object") visit(schema.additionalProperties, path);
    if (schema.items !== undefined) visit(schema.items, path);
    for (const option of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(option, path);
  }

  function follow(reference: string, path: string): void {
    const target = reference.split("/").at(-1) ?? "";
    const name = names.get(target);
    if (name !== undefined) lines.add(`${path} -> ${name}`);
    else if (document.$defs?.[target] !== undefined) visit(document.$defs[target], path);
  }
}

/** Every object schema that would let an unknown property through. */
export function openObjects(schema: unknown, path = "#"): string[] {
  if (Array.isArray(schema)) return schema.flatMap((item, index) => openObjects(item, `${path}/${index}`));
  if (typeof schema !== "object" || schema === null) return [];
  const open = "properties" in schema && (schema as Schema).additionalProperties !== false && "type" in schema ? [path] : [];
  return [...open, ...Object.entries(schema).flatMap(([key, value]) => openObjects(value, `${path}/${key}`))];
}
