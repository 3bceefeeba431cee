/**
 * `omegaconf`: YAML files of the repository as configurations with attributes for keys, merged over each other, `${…}` interpolated against the
 * root. A configuration is an object around a plain value; what is taken out of it stays one while it is a mapping or a list.
 */
import { parseYaml } from "../../formats/yaml.ts";
import { argumentOf, selfOf, textOf } from "../builtins/arguments.ts";
import type { Interpreter } from "../interpreter.ts";
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../library.ts";
import { bool, dict, entryOf, list, NONE, setEntry, str } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import { assumeUnset } from "../stdlib/environment.ts";
import { valueOfNode } from "../stdlib/filesystem/document-formats.ts";
import { contentOf, openFile } from "../stdlib/filesystem/files.ts";
import { pathText } from "../stdlib/filesystem/paths.ts";
import type { LibraryPart } from "../stdlib/part.ts";
import type { DictValue, InstanceValue, LibraryObject, Value } from "../value.ts";

const CONFIG = "omegaconf.DictConfig";

interface Config {
  readonly content: Value;
  readonly root: Value;
}

function configObject(content: Value, root: Value, at: CallContext["at"]): Value {
  if (content.kind !== "dict" && content.kind !== "list") return content;
  return { kind: "object", type: CONFIG, fields: new Map(), at, payload: { content, root } satisfies Config };
}

/** The plain value behind a configuration; any other value is itself. */
function plainConfig(value: Value): Value {
  return value.kind === "object" && value.type === CONFIG ? (value.payload as Config).content : value;
}

function configOf(self: LibraryObject | InstanceValue): Config {
  return self.kind === "object" && self.payload !== undefined ? (self.payload as Config) : { content: NONE, root: NONE };
}

/** `right` over `left`: mappings within mappings too, everything else replaced. */
function mergeConfigs(left: Value, right: Value): Value {
  if (left.kind !== "dict" || right.kind !== "dict") return right;
  const merged = dict(
    [...left.entries.values()].map(({ key, value }) => [key, value] as const),
    left.gap ?? right.gap,
  );
  for (const [hash, { key, value }] of right.entries) {
    const before = merged.entries.get(hash)?.value;
    setEntry(merged, key, before ? mergeConfigs(before, value) : value);
  }
  return merged;
}

const WHOLE = /^\$\{([^${}]+)\}$/;
const INNERMOST = /\$\{([^${}]+)\}/;
const MAX_INTERPOLATIONS = 50;

/** A text with its interpolations resolved; one that is nothing else is the value itself. */
function interpolated(value: Value, root: Value, context: Pick<CallContext, "interpreter" | "at">): Value {
  let current = value;
  for (let steps = 0; steps < MAX_INTERPOLATIONS && current.kind === "str" && current.value.includes("${"); steps += 1) {
    const { value: text, origin } = current;
    const whole = WHOLE.exec(text)?.[1];
    if (whole !== undefined) {
      current = lookedUp(whole, root, context);
      continue;
    }
    const inner = INNERMOST.exec(text);
    if (!inner) break;
    const part = context.interpreter.toStr(lookedUp(inner[1] ?? "", root, context), context.at);
    if (part.kind !== "str") return part;
    current = {
      kind: "str",
      value: text.replace(inner[0], () => part.value),
      ...(part.assumes && { assumes: part.assumes }),
      ...(origin && { origin }),
    };
  }
  return current;
}

/** `${a.b}` from the root, `${oc.env:NAME,default}` from the environment. */
function lookedUp(reference: string, root: Value, { interpreter, at }: Pick<CallContext, "interpreter" | "at">): Value {
  const variable = /^oc\.env:\s*([^,]+?)\s*(?:,\s*(.*))?$/.exec(reference);
  if (variable) return environmentVariable(variable[1] ?? "", variable[2], interpreter, at);
  if (reference.includes(":")) return interpreter.unknown("unsupported", `the resolver \`${reference}\` is not read`, at);
  const found = reference
    .split(/[.[\]]/)
    .filter((part) => part !== "")
    .reduce<Value | undefined>((value, part) => stepInto(value, part), root);
  return found ?? raise("AttributeError", `Interpolation key '${reference}' not found`, at);
}

function environmentVariable(name: string, fallback: string | undefined, interpreter: Interpreter, at: CallContext["at"]): Value {
  const value = interpreter.environment.get(name);
  if (value !== undefined) return str(value);
  if (fallback === undefined)
    return interpreter.unknown("runtime-input", `the environment variable \`${name}\` is known at run time only`, at);
  return assumeUnset(fallback === "null" ? NONE : str(fallback.replace(/^(['"])(.*)\1$/, "$2")), name);
}

function stepInto(value: Value | undefined, part: string): Value | undefined {
  if (value?.kind === "dict") return entryOf(value, part);
  return value?.kind === "list" ? value.items[Number(part)] : undefined;
}

function resolved(value: Value, root: Value, context: Pick<CallContext, "interpreter" | "at">): Value {
  if (value.kind === "list")
    return {
      ...list(
        value.items.map((item) => resolved(item, root, context)),
        value.gap,
      ),
      ...(value.origin && { origin: value.origin }),
    };
  if (value.kind !== "dict") return interpolated(value, root, context);
  return dict(
    [...value.entries.values()].map(({ key, value: item }) => [key, resolved(item, root, context)] as const),
    value.gap,
  );
}

const load: SymbolModel = (context) => {
  const file = selfOf(context);
  const named = pathText(file);
  const content = contentOf(named === undefined ? file : openFile(named, undefined, context), context);
  if (!("text" in content)) return content;
  const { root } = parseYaml(content.text, "pyyaml");
  const value = root ? valueOfNode(root, content.path) : dict([]);
  return configObject(value, value, context.at);
};

const create: SymbolModel = (context) => {
  const given = plainConfig(argumentOf(context.args, 0, "obj") ?? dict([]));
  const value = given.kind === "str" ? valueOfText(given.value) : given;
  return configObject(value, value, context.at);
};

function valueOfText(text: string): Value {
  const { root } = parseYaml(text, "pyyaml");
  return root ? valueOfNode(root, undefined) : dict([]);
}

const merge: SymbolModel = ({ args, at }) => {
  const parts = args.positional.map(({ value }) => plainConfig(value));
  const unread = args.gap ?? parts.find(({ kind }) => kind === "unknown");
  if (unread) return unread;
  const merged = parts.reduce<Value>((left, right) => mergeConfigs(left, right), dict([]));
  return configObject(merged, merged, at);
};

const toContainer: SymbolModel = (context) => {
  const given = selfOf(context);
  if (given.kind !== "object" || given.type !== CONFIG) return given;
  const { content, root } = given.payload as Config;
  const isResolved = context.interpreter.truth(argumentOf(context.args, 1, "resolve") ?? bool(false)) === "yes";
  return isResolved ? resolved(content, root, context) : content;
};

/** `["a.b=1"]`. */
function fromDotlist(items: readonly Value[]): Value {
  return items.reduce<Value>((current, item) => {
    if (item.kind !== "str") return current;
    const [path = "", ...rest] = item.value.split("=");
    const value = valueOfText(rest.join("="));
    const nested = path.split(".").reduceRight<Value>((inner, part) => dict([[str(part), inner]]), value);
    return mergeConfigs(current, nested);
  }, dict([]));
}

const select: SymbolModel = (context) => {
  const { content, root } = configIn(selfOf(context));
  const found = (textOf(context.args, 1, "key") ?? "")
    .split(".")
    .reduce<Value | undefined>((value, part) => stepInto(value, part), content);
  return found ? configObject(interpolated(found, root, context), root, context.at) : (context.args.keywords.get("default")?.value ?? NONE);
};

function configIn(value: Value): Config {
  return value.kind === "object" ? configOf(value) : { content: value, root: value };
}

/** What lies in the configuration under a key or an index. */
function member(self: LibraryObject | InstanceValue, name: string, context: Pick<CallContext, "interpreter" | "at">): Value | undefined {
  const { content, root } = configOf(self);
  const found = stepInto(content, name);
  return found && configObject(interpolated(found, root, context), root, context.at);
}

function dictMethod(name: string): MethodModel {
  return (self, { interpreter, args, at }) => {
    const { content, root } = configOf(self);
    const each = { interpreter, at };
    const items: Value =
      content.kind === "dict"
        ? dict(
            [...content.entries.values()].map(({ key, value }) => [key, configObject(interpolated(value, root, each), root, at)] as const),
            content.gap,
          )
        : content;
    return interpreter.call(interpreter.attribute(items, name, at), args, at);
  };
}

const config: TypeModel = {
  attribute: (self, name, interpreter, at) => member(self, name, { interpreter, at }),
  subscript: (self, index, { interpreter, at }) =>
    (index.kind === "str" || index.kind === "int" ? member(self, String(index.value), { interpreter, at }) : undefined) ??
    interpreter.subscript(configOf(self).content, index, at),
  iterate: (self, { interpreter, at }) => {
    const { content, root } = configOf(self);
    if (content.kind !== "list") return content;
    return list(
      content.items.map((item) => configObject(interpolated(item, root, { interpreter, at }), root, at)),
      content.gap,
    );
  },
  operator: (operator, left, right) =>
    operator === "in" && right.kind === "object" && left.kind === "str" ? bool(hasEntry(configOf(right).content, left.value)) : undefined,
  methods: Object.fromEntries(["get", "items", "keys", "values", "pop", "copy"].map((name) => [name, dictMethod(name)])),
};

function hasEntry(content: Value, name: string): content is DictValue {
  return content.kind === "dict" && entryOf(content, name) !== undefined;
}

const none: SymbolModel = () => NONE;

export const OMEGA_CONF: LibraryPart = {
  symbols: {
    "omegaconf.OmegaConf.load": load,
    "omegaconf.OmegaConf.create": create,
    "omegaconf.OmegaConf.structured": create,
    "omegaconf.OmegaConf.merge": merge,
    "omegaconf.OmegaConf.unsafe_merge": merge,
    "omegaconf.OmegaConf.to_container": toContainer,
    "omegaconf.OmegaConf.to_object": toContainer,
    "omegaconf.OmegaConf.select": select,
    "omegaconf.OmegaConf.from_dotlist": (context) => {
      const value = fromDotlist(context.interpreter.iterate(selfOf(context), context.at).items);
      return configObject(value, value, context.at);
    },
    "omegaconf.OmegaConf.set_struct": none,
    "omegaconf.OmegaConf.set_readonly": none,
    "omegaconf.OmegaConf.resolve": none,
  },
  types: { [CONFIG]: config },
};
