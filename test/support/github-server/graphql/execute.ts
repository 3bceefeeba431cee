/**
 * Runs a parsed document over lazily made objects. An object is a record of its fields: values, or functions of the arguments. What goes
 * wrong in a field becomes an entry of `errors` and null in the answer, and the status stays 200: that is GraphQL, and GitHub's way.
 */
import type { Argument, Document, Field, InlineFragment, Selection } from "./parse.ts";

export type Arguments = Readonly<Record<string, unknown>>;
export interface GraphObject {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

export class GraphError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly type?: string; readonly path?: readonly string[]; readonly message: string }[];
}

function argumentValue(argument: Argument, variables: Arguments): unknown {
  if (argument.kind === "literal") return argument.value;
  if (argument.kind === "variable") return variables[argument.name];
  if (argument.kind === "list") return argument.items.map((item) => argumentValue(item, variables));
  return argumentValues(argument.fields, variables);
}

function argumentValues(args: Readonly<Record<string, Argument>>, variables: Arguments): Arguments {
  return Object.fromEntries(Object.entries(args).map(([name, argument]) => [name, argumentValue(argument, variables)]));
}

function isObject(value: unknown): value is GraphObject {
  return typeof value === "object" && value !== null && "__typename" in value;
}

export async function executeGraphQL(document: Document, variables: Arguments, root: GraphObject): Promise<GraphAnswer> {
  const missing = Object.entries(document.variables).find(([name, type]) => type.endsWith("!") && (variables[name] ?? null) === null);
  if (missing !== undefined) return { errors: [{ message: `Variable $${missing[0]} of type ${missing[1]} was provided invalid value` }] };
  const errors: { type?: string; path: readonly string[]; message: string }[] = [];

  async function complete(value: unknown, selection: readonly Selection[], path: readonly string[]): Promise<unknown> {
    if (Array.isArray(value)) return await Promise.all(value.map((item, index) => complete(item, selection, [...path, String(index)])));
    return isObject(value) ? await select(value, selection, path) : (value ?? null);
  }

  async function select(object: GraphObject, selection: readonly Selection[], path: readonly string[]): Promise<Record<string, unknown>> {
    const parts = await Promise.all(selection.map((one) => (one.kind === "field" ? read(object, one, path) : spread(object, one, path))));
    return Object.assign({}, ...parts);
  }

  async function spread(object: GraphObject, { type, selection }: InlineFragment, path: readonly string[]) {
    return type === object.__typename ? await select(object, selection, path) : {};
  }

  async function read(object: GraphObject, { name, alias, args, selection }: Field, path: readonly string[]) {
    const here = [...path, alias];
    const field = object[name];
    if (field === undefined) {
      errors.push({ path: here, message: `Field '${name}' doesn't exist on type '${object.__typename}'` });
      return {};
    }
    try {
      const value = typeof field === "function" ? await field(argumentValues(args, variables)) : field;
      return { [alias]: await complete(value, selection, here) };
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      errors.push({ type: error.type, path: here, message: error.message });
      return { [alias]: null };
    }
  }

  const data = await select(root, document.selection, []);
  return errors.length === 0 ? { data } : { data, errors };
}
