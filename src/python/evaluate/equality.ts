/** `==` as far as it can be told. */
import { hashKey } from "../hash-key.ts";
import type { Value, Verdict } from "../value.ts";

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

/** `undefined` when the two are not collections of one kind. */
function equalCollections(left: Value, right: Value): Verdict | undefined {
  if ((left.kind === "list" && right.kind === "list") || (left.kind === "tuple" && right.kind === "tuple")) return equalItems(left, right);
  if (left.kind === "dict" && right.kind === "dict") return equalDicts(left, right);
  if (left.kind !== "set" || right.kind !== "set") return undefined;
  if (!left.complete || !right.complete) return "unknown";
  return left.items.size === right.items.size && [...left.items.keys()].every((key) => right.items.has(key)) ? "yes" : "no";
}

function equalHashables(left: Value, right: Value): Verdict {
  const [leftKey, rightKey] = [hashKey(left), hashKey(right)];
  // A library's symbol may be a constant equal to anything.
  if (left.kind === "symbol" || right.kind === "symbol") return left.kind === right.kind && leftKey === rightKey ? "yes" : "unknown";
  if (leftKey === undefined || rightKey === undefined) return left.kind === right.kind ? "unknown" : "no";
  return leftKey === rightKey ? "yes" : "no";
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
