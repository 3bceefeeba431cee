/** `==` as far as it can be told. */

import { fieldsOf } from "../../call/fields.ts";
import { NONE, tuple } from "../../make-value.ts";
import type { InstanceValue, TupleValue, Value, Verdict } from "../../value.ts";
import { hashKey } from "../../values/hash-key.ts";
import { GENERIC_ALIAS, UNION } from "../type-form.ts";

export function equalValues(left: Value, right: Value): Verdict {
  if (left.kind === "unknown" || right.kind === "unknown") return "unknown";
  if (left === right) return "yes";
  if (left.kind === "one-of") {
    return everyOption(
      left.options.map((option) => equalValues(option, right)),
      left.maybeAbsent,
    );
  }
  if (right.kind === "one-of") return equalValues(right, left);
  return equalCollections(left, right) ?? equalHashables(left, right);
}

/** `undefined` when the two are not collections, or records, of one kind. */
function equalCollections(first: Value, second: Value): Verdict | undefined {
  const sameClass = first.kind === "instance" && second.kind === "instance" && first.class === second.class;
  const [left, right] = [first, second].map((side) =>
    side.kind === "instance" && (sameClass || isNamedTuple(side)) ? recordItems(side) : undefined,
  );
  if (left && right) return equalItems(left, right);
  return equalPlain(left ?? first, right ?? second);
}

function isNamedTuple(value: Value): boolean {
  return value.kind === "instance" && value.class.flavour === "named-tuple";
}

/** What instances of a dataclass or a named tuple are compared by; `undefined` for what has another equality. */
export function recordItems(value: InstanceValue): TupleValue | undefined {
  const { flavour, mro } = value.class;
  const isModel = flavour === "plain" && mro.some((base) => base.kind === "symbol" && base.name === "pydantic.BaseModel");
  if (flavour !== "dataclass" && flavour !== "named-tuple" && !isModel) return undefined;
  if (value.class.comparesByIdentity || mro.some((base) => base.kind === "class" && base.namespace.has("__eq__"))) return undefined;
  const compared = fieldsOf(value.class).filter((field) => {
    const option = field.default?.kind === "object" ? field.default.fields.get("compare") : undefined;
    return !(option?.kind === "bool" && !option.value);
  });
  return tuple(compared.map(({ name }) => value.attributes.get(name) ?? NONE));
}

function equalPlain(left: Value, right: Value): Verdict | undefined {
  if ((left.kind === "list" && right.kind === "list") || (left.kind === "tuple" && right.kind === "tuple")) return equalItems(left, right);
  if (left.kind === "dict" && right.kind === "dict") return equalDicts(left, right);
  if (left.kind !== "set" || right.kind !== "set") return undefined;
  if (!left.complete || !right.complete) return "unknown";
  return left.items.size === right.items.size && [...left.items.keys()].every((key) => right.items.has(key)) ? "yes" : "no";
}

function equalHashables(left: Value, right: Value): Verdict {
  const [leftKey, rightKey] = [hashKey(left), hashKey(right)];
  if (leftKey !== rightKey && (isTypeForm(left) || isTypeForm(right))) return "unknown";
  if (left.kind === "symbol" || right.kind === "symbol") return equalSymbols(left, right);
  if (leftKey === undefined || rightKey === undefined) {
    const isPlain = !comparesItself(left) && !comparesItself(right);
    return left.kind !== right.kind && isPlain ? "no" : "unknown";
  }
  return leftKey === rightKey ? "yes" : "no";
}

/** A class of the repository, or one that it derives from, may say what its instances are equal to. */
function comparesItself(value: Value): boolean {
  return value.kind === "instance" && (value.class.flavour !== "enum" || value.class.mro.some((base) => !isOwnEnum(base)));
}

function isOwnEnum(base: Value): boolean {
  if (base.kind === "class") return !base.namespace.has("__eq__");
  return base.kind === "symbol" && (base.name === "enum.Enum" || base.name === "builtins.object");
}

/** `Optional[int]` is `Union[int, None]`: the same type may be written in several ways. */
function isTypeForm(value: Value): boolean {
  return value.kind === "object" && (value.type === GENERIC_ALIAS || value.type === UNION);
}

/** A library's symbol may be a constant equal to anything; a builtin class is itself only. */
function equalSymbols(left: Value, right: Value): Verdict {
  const [a, b] = [left, right].map((side) => (side.kind === "symbol" ? side.name : undefined));
  if (a !== undefined && a === b) return "yes";
  const isOwn = [a, b].map((name) => name === undefined || /^(builtins|types)\./.test(name));
  return isOwn.every((own) => own) ? "no" : "unknown";
}

function everyOption(verdicts: readonly Verdict[], maybeAbsent: boolean): Verdict {
  const [first] = verdicts;
  return first && !maybeAbsent && verdicts.every((verdict) => verdict === first) ? first : "unknown";
}

interface Items {
  readonly items: readonly Value[];
  readonly complete: boolean;
}

function equalItems(left: Items, right: Items): Verdict {
  if (!left.complete || !right.complete) return "unknown";
  if (left.items.length !== right.items.length) return "no";
  return all(left.items.map((item, index) => equalValues(item, right.items[index] as Value)));
}

function equalDicts(left: Extract<Value, { kind: "dict" }>, right: Extract<Value, { kind: "dict" }>): Verdict {
  if (!left.complete || !right.complete) return "unknown";
  if (left.entries.size !== right.entries.size) return "no";
  const verdicts: Verdict[] = [];
  for (const [key, entry] of left.entries) {
    const other = right.entries.get(key);
    verdicts.push(other ? equalValues(entry.value, other.value) : "no");
  }
  return all(verdicts);
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}
