/**
 * `model_dump`: a model as a dict, under the names and with the fields that the call asks for. What a serializer of the repository makes of a field
 * is not read, and then the whole is not known.
 */
import { computedFields } from "../../attribute/computed-fields.ts";
import { argumentOf } from "../../builtins/arguments.ts";
import { fieldsOf } from "../../call/fields.ts";
import type { CallContext, MethodModel } from "../../library.ts";
import { dict, list, NONE, str } from "../../make-value.ts";
import { plainDict } from "../../stdlib/declarations.ts";
import type { ClassField, ClassValue, InstanceValue, Unknown, Value, Verdict } from "../../value.ts";
import { EXTRAS, isSetByCaller, SERIALIZER } from "./model-fields.ts";
import { FIELD } from "./refuse-model-class.ts";

interface Dumping {
  readonly context: CallContext;
  readonly byAlias: boolean;
  readonly asJson: boolean;
  readonly without: ReadonlySet<"none" | "unset" | "defaults">;
}

/** `model.model_dump(…)`; `model.dict(…)` of old. */
export const dump: MethodModel = (self, context) => {
  if (self.kind !== "instance") return plainDict(self);
  const { args, interpreter, at } = context;
  const isOn = (name: string): boolean => interpreter.truth(args.keywords.get(name)?.value ?? NONE) === "yes";
  const mode = argumentOf(args, 99, "mode");
  const dumping: Dumping = {
    context,
    byAlias: isOn("by_alias"),
    asJson: mode?.kind === "str" && mode.value === "json",
    without: new Set((["none", "unset", "defaults"] as const).filter((name) => isOn(`exclude_${name}`))),
  };
  const [included, excluded] = [args.keywords.get("include")?.value, args.keywords.get("exclude")?.value];
  const chosen = [included, excluded].map((value) => namesIn(value, context));
  if (chosen.includes("unknown")) return interpreter.unknown("unsupported", "which fields of the model are left out is not known", at);
  return dumpModel(self, dumping, (name) => {
    const [only, not] = chosen;
    return (!(only instanceof Set) || only.has(name)) && !(not instanceof Set && not.has(name));
  });
};

/** `model.model_dump_json()`. */
export const dumpJson: MethodModel = (self, context) => {
  const { interpreter, at, args } = context;
  const keywords = new Map([...args.keywords, ["mode", { value: str("json"), at }]]);
  const plain = dump(self, { ...context, args: { ...args, keywords } });
  const indent = args.keywords.get("indent");
  const options = new Map<string, CallContext["args"]["positional"][number]>([
    ["ensure_ascii", { value: { kind: "bool", value: false }, at }],
    indent ? ["indent", indent] : ["separators", { value: { kind: "tuple", items: [str(","), str(":")], complete: true }, at }],
  ]);
  return interpreter.call(
    { kind: "symbol", name: "json.dumps" },
    { positional: [{ value: plain, at }], keywords: options, complete: true },
    at,
  );
};

/** Plain names alone are followed, not what is chosen of their content. */
function namesIn(value: Value | undefined, { interpreter, at }: CallContext): ReadonlySet<string> | "all" | "unknown" {
  if (!value || value.kind === "none") return "all";
  if (
    value.kind === "dict" &&
    [...value.entries.values()].some((entry) => interpreter.truth(entry.value) !== "yes" || entry.value.kind !== "bool")
  )
    return "unknown";
  const { items, gap } = interpreter.iterate(value, at);
  const names = items.flatMap((item) => (item.kind === "str" ? [item.value] : []));
  return gap || names.length < items.length ? "unknown" : new Set(names);
}

function dumpModel(self: InstanceValue, dumping: Dumping, isWanted: (name: string) => boolean): Value {
  const { context, byAlias, without } = dumping;
  const { interpreter, at } = context;
  const serializer = serializerOf(self.class);
  if (serializer) return interpreter.unknown("unsupported", "what a serializer makes of a model is not read", at);
  const pairs: [Value, Value][] = [];
  let gap: Unknown | undefined;
  for (const field of fieldsOf(self.class)) {
    const value = self.attributes.get(field.name);
    if (!value || !isWanted(field.name)) continue;
    const verdict = leavesOut(self, { field, value }, dumping);
    if (verdict === "unknown") gap ??= interpreter.unknown("unsupported", "what differs from its default is not known", at);
    if (verdict === "yes") continue;
    pairs.push([str((byAlias ? aliasOf(field) : undefined) ?? field.name), dumped(value, dumping)]);
  }
  const extras = self.attributes.get(EXTRAS);
  if (extras?.kind === "dict") for (const { key, value } of extras.entries.values()) pairs.push([key, dumped(value, dumping)]);
  for (const name of computedFields(self.class)) {
    if (!isWanted(name)) continue;
    const value = interpreter.attribute(self, name, at);
    if (!(without.has("none") && value.kind === "none")) pairs.push([str(name), dumped(value, dumping)]);
  }
  return dict(pairs, gap);
}

/** Is the field left out for its value? */
function leavesOut(
  self: InstanceValue,
  { field, value }: { readonly field: ClassField; readonly value: Value },
  { without, context }: Dumping,
): Verdict {
  if (isExcluded(field) || (without.has("none") && value.kind === "none")) return "yes";
  if (without.has("unset") && !isSetByCaller(self, field)) return "yes";
  return without.has("defaults") ? isDefault(field, value, context) : "no";
}

function dumped(value: Value, dumping: Dumping): Value {
  const { interpreter } = dumping.context;
  const inner = (item: Value): Value => dumped(item, dumping);
  switch (value.kind) {
    case "instance":
      if (interpreter.isSubclass(value.class, "pydantic.BaseModel")) return dumpModel(value, dumping, () => true);
      if (value.class.flavour === "enum") return dumping.asJson ? (value.attributes.get("value") ?? value) : value;
      return plainDict(value);
    case "list":
      return list(value.items.map(inner), value.gap);
    case "tuple":
      return dumping.asJson ? list(value.items.map(inner), value.gap) : { ...value, items: value.items.map(inner) };
    case "set":
      return dumping.asJson ? list([...value.items.values()].map(inner), value.gap) : value;
    case "dict":
      return dict(
        [...value.entries.values()].map((entry) => [entry.key, inner(entry.value)] as const),
        value.gap,
      );
    case "object":
      return dumping.asJson ? interpreter.toStr(value, dumping.context.at) : value;
    default:
      return value;
  }
}

function serializerOf(cls: ClassValue): Value | undefined {
  for (const base of cls.mro)
    if (base.kind === "class")
      for (const value of base.namespace.values()) if (value.kind === "function" && value.attributes.has(SERIALIZER)) return value;
  return undefined;
}

function option({ default: given }: ClassField, name: string): Value | undefined {
  return given?.kind === "object" && given.type === FIELD ? given.fields.get(name) : undefined;
}

function aliasOf(field: ClassField): string | undefined {
  for (const name of ["serialization_alias", "alias"]) {
    const alias = option(field, name);
    if (alias?.kind === "str") return alias.value;
  }
  return undefined;
}

function isExcluded(field: ClassField): boolean {
  const excluded = option(field, "exclude");
  return excluded?.kind === "bool" && excluded.value;
}

function isDefault(field: ClassField, value: Value, { interpreter }: CallContext): Verdict {
  if (option(field, "default_factory")) return "unknown";
  const given = field.default?.kind === "object" && field.default.type === FIELD ? option(field, "default") : field.default;
  return given ? interpreter.equal(given, value) : "no";
}
