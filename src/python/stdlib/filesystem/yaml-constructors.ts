/**
 * What code teaches PyYAML: constructors of its own tags (`!include`, `!join`), which are called with a loader and a node as PyYAML calls
 * them. They are kept by tag, whichever loader class they are given to. Resolvers that give plain values another meaning are not followed.
 */
import type { FormatNode } from "../../../formats/format-node.ts";
import { argumentOf, textOf } from "../../builtins/arguments.ts";
import type { Interpreter } from "../../interpreter.ts";
import type { CallContext, MethodModel, SymbolModel } from "../../library.ts";
import { list, NONE, str } from "../../make-value.ts";
import type { LibraryObject, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

const LOADERS = ["BaseLoader", "SafeLoader", "FullLoader", "Loader", "UnsafeLoader", "CSafeLoader", "CFullLoader", "CLoader"];
const LOADER = "yaml.SafeLoader";
const NODE = "yaml.Node";

interface Taught {
  readonly constructors: Map<string, Value>;
  /** Something that is not followed: of whole documents. */
  resolves: boolean;
}

const taughtTo = new WeakMap<Interpreter, Taught>();

function taught(interpreter: Interpreter): Taught {
  const known = taughtTo.get(interpreter) ?? { constructors: new Map(), resolves: false };
  taughtTo.set(interpreter, known);
  return known;
}

/** Did the code teach PyYAML to read plain values as something else? */
export function resolvesPlainValues(interpreter: Interpreter): boolean {
  return taughtTo.get(interpreter)?.resolves ?? false;
}

/** Does code of the repository decide what tags mean? A loader of its own may. */
export function hasConstructors({ args, interpreter }: CallContext): boolean {
  const loader = args.keywords.get("Loader")?.value ?? args.positional[1]?.value;
  return loader?.kind === "class" || (taughtTo.get(interpreter)?.constructors.size ?? 0) > 0;
}

/** How the children of a node are read. */
export type ReadNode = (node: FormatNode) => Value;

/** What a constructor makes of a node with a tag of its own. */
export function constructTagged(node: FormatNode, tag: string, { context, read }: Reading): Value {
  const { interpreter, at } = context;
  const make = taught(interpreter).constructors.get(tag);
  if (make === undefined) return interpreter.unknown("unsupported", `what the YAML tag \`${tag}\` means is not known`, at);
  const loader: LibraryObject = { kind: "object", type: LOADER, fields: new Map(), at };
  const args = {
    positional: [loader, nodeObject(node, tag, { context, read })].map((value) => ({ value, at })),
    keywords: new Map(),
    complete: true,
  };
  return interpreter.call(make, args, at);
}

interface Reading {
  readonly context: CallContext;
  readonly read: ReadNode;
}

interface NodePayload {
  readonly node: FormatNode;
  readonly read: ReadNode;
}

function nodeObject(node: FormatNode, tag: string, { context, read }: Reading): LibraryObject {
  const text = node.kind === "scalar" ? (node.tagged?.text ?? String(node.value ?? "")) : undefined;
  const value =
    text === undefined ? context.interpreter.unknown("unsupported", "the nodes of this YAML node are not read", context.at) : str(text);
  const payload: NodePayload = { node, read };
  return {
    kind: "object",
    type: NODE,
    fields: new Map<string, Value>([
      ["value", value],
      ["tag", str(tag)],
    ]),
    at: context.at,
    payload,
  };
}

const construct: MethodModel = (_, context) => {
  const given = argumentOf(context.args, 0, "node");
  const payload = given?.kind === "object" && given.type === NODE ? (given.payload as NodePayload | undefined) : undefined;
  if (payload === undefined) return context.interpreter.unknown("unsupported", "this YAML node is not read", context.at);
  const { node, read } = payload;
  if (node.kind === "scalar") return node.tagged ? str(node.tagged.text) : read(node);
  const { tag: _tag, ...plain } = node;
  return read(plain);
};

/** `yaml.add_constructor(tag, make)`, and the same of a loader class, which then comes first. */
const addConstructor: SymbolModel = ({ args, interpreter }) => {
  const [first] = args.positional;
  const own = { ...args, positional: first?.value.kind === "class" ? args.positional.slice(1) : args.positional };
  const [tag, make] = [textOf(own, 0, "tag"), argumentOf(own, 1, "constructor")];
  if (tag !== undefined && make !== undefined) taught(interpreter).constructors.set(tag, make);
  return NONE;
};

const addResolver: SymbolModel = ({ interpreter }) => {
  taught(interpreter).resolves = true;
  return NONE;
};

const LESSONS: Readonly<Record<string, SymbolModel>> = {
  add_constructor: addConstructor,
  add_multi_constructor: ({ interpreter }) => {
    taught(interpreter).constructors.set("", list([]));
    return NONE;
  },
  add_implicit_resolver: addResolver,
  add_path_resolver: addResolver,
};

const lessons = Object.entries(LESSONS);
const methods: Readonly<Record<string, MethodModel>> = {
  ...Object.fromEntries(lessons.map(([name, model]) => [name, (_, context) => model(context)] satisfies [string, MethodModel])),
  construct_scalar: construct,
  construct_sequence: construct,
  construct_mapping: construct,
  construct_object: construct,
};

export const YAML_CONSTRUCTORS: LibraryPart = {
  symbols: Object.fromEntries(
    ["yaml", ...LOADERS.map((loader) => `yaml.${loader}`)].flatMap((owner) =>
      lessons.map(([name, model]) => [`${owner}.${name}`, model] as const),
    ),
  ),
  types: { ...Object.fromEntries(LOADERS.map((loader) => [`yaml.${loader}`, { methods }])), [NODE]: {} },
};
