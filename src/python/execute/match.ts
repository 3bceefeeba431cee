/** `match`: the first case that is known to match; one that is not decided is run beside what follows it. */
import { exhaustive } from "../../base/exhaustive.ts";
import type { Match, MatchCase, Pattern } from "../../syntax/statement.ts";
import { conditionOf } from "../evaluate/operators/condition.ts";
import { RANGE } from "../evaluate/range.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { dict, list, tuple } from "../make-value.ts";
import { bind } from "../scope.ts";
import type { Value, Verdict } from "../value.ts";
import { hashKey } from "../values/hash-key.ts";
import type { Completion } from "./completion.ts";
import { executeBoth } from "./if.ts";

export function executeMatch(machine: Machine, node: Match, frame: Frame): Completion | undefined {
  const subject = machine.evaluate(node.subject, frame);
  const possible: MatchCase[] = [];
  for (const candidate of node.cases) {
    const verdict = caseVerdict(machine, candidate, subject, frame);
    if (verdict === "no") continue;
    if (verdict === "yes" && possible.length === 0) return machine.execute(candidate.body, frame);
    possible.push(candidate);
    if (verdict === "yes") break;
  }
  if (possible.length === 0) return undefined;
  return executeBoth(
    machine,
    { condition: conditionOf(machine, subject, frame, node.subject), sides: possible.map((candidate) => candidate.body) },
    frame,
  );
}

function caseVerdict(machine: Machine, candidate: MatchCase, subject: Value, frame: Frame): Verdict {
  const verdict = matches(machine, candidate.pattern, subject, frame);
  if (verdict !== "yes" || !candidate.guard) return verdict;
  return machine.truth(machine.evaluate(candidate.guard, frame));
}

function matches(machine: Machine, pattern: Pattern, subject: Value, frame: Frame): Verdict {
  switch (pattern.kind) {
    case "value-pattern":
      return machine.equal(machine.evaluate(pattern.value, frame), subject);
    case "capture-pattern":
    case "star-pattern":
      if (pattern.name !== undefined) bind(frame.scope, pattern.name, subject);
      return "yes";
    case "as-pattern":
      bind(frame.scope, pattern.name, subject);
      return matches(machine, pattern.pattern, subject, frame);
    case "or-pattern": {
      const verdicts = pattern.options.map((option) => matches(machine, option, subject, frame));
      if (verdicts.includes("yes")) return "yes";
      return verdicts.includes("unknown") ? "unknown" : "no";
    }
    case "sequence-pattern":
      return matchesSequence(machine, pattern, subject, frame);
    case "mapping-pattern":
      return matchesMapping(machine, pattern, subject, frame);
    case "class-pattern":
      return matchesClass(machine, pattern, subject, frame);
    default:
      return exhaustive(pattern);
  }
}

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}

function matchesSequence(machine: Machine, pattern: Extract<Pattern, { kind: "sequence-pattern" }>, subject: Value, frame: Frame): Verdict {
  if (subject.kind === "unknown") return "unknown";
  if (subject.kind === "object" && subject.type === RANGE)
    return matchesSequence(machine, pattern, list(machine.iterate(subject, placeOf(frame, pattern)).items), frame);
  if (subject.kind === "instance" && subject.class.flavour === "named-tuple")
    return matchesSequence(machine, pattern, tuple([...subject.attributes.values()]), frame);
  if (subject.kind === "one-of") return "unknown";
  if (subject.kind !== "list" && subject.kind !== "tuple") return "no";
  if (!subject.complete) return "unknown";
  const star = pattern.items.findIndex((item) => item.kind === "star-pattern");
  const { items } = subject;
  if (star < 0 ? items.length !== pattern.items.length : items.length < pattern.items.length - 1) return "no";
  const after = pattern.items.length - star - 1;
  return every(
    pattern.items.map((item, index) => {
      if (star < 0 || index < star) return matches(machine, item, items[index] as Value, frame);
      if (index === star) return matches(machine, item, list(items.slice(star, items.length - after)), frame);
      return matches(machine, item, items[items.length - (pattern.items.length - index)] as Value, frame);
    }),
  );
}

function matchesMapping(machine: Machine, pattern: Extract<Pattern, { kind: "mapping-pattern" }>, subject: Value, frame: Frame): Verdict {
  if (subject.kind === "unknown") return "unknown";
  if (subject.kind !== "dict") return "no";
  const used = new Set<string>();
  const verdict = every(
    pattern.entries.map(({ key, pattern: inner }) => {
      const hash = hashKey(machine.evaluate(key, frame));
      const entry = hash === undefined ? undefined : subject.entries.get(hash);
      if (hash !== undefined) used.add(hash);
      if (!entry) return subject.complete ? "no" : "unknown";
      return matches(machine, inner, entry.value, frame);
    }),
  );
  if (pattern.rest !== undefined) {
    bind(
      frame.scope,
      pattern.rest,
      dict(
        [...subject.entries].filter(([hash]) => !used.has(hash)).map(([, entry]) => [entry.key, entry.value] as const),
        subject.gap,
      ),
    );
  }
  return verdict;
}

const BUILTIN_CLASSES: Readonly<Record<string, Value["kind"]>> = {
  "builtins.str": "str",
  "builtins.int": "int",
  "builtins.float": "float",
  "builtins.bool": "bool",
  "builtins.list": "list",
  "builtins.dict": "dict",
  "builtins.tuple": "tuple",
  "builtins.set": "set",
};

function matchesClass(machine: Machine, pattern: Extract<Pattern, { kind: "class-pattern" }>, subject: Value, frame: Frame): Verdict {
  const cls = machine.evaluate(pattern.class, frame);
  if (subject.kind === "unknown" || cls.kind === "unknown") return "unknown";
  const builtin = cls.kind === "symbol" ? BUILTIN_CLASSES[cls.name] : undefined;
  if (builtin) {
    if (subject.kind !== builtin && !(builtin === "int" && subject.kind === "bool")) return "no";
    const [inner] = pattern.positional;
    return inner ? matches(machine, inner, subject, frame) : "yes";
  }
  if (cls.kind === "symbol") {
    if (!machine.isInstance(subject, cls.name)) return "no";
    if (pattern.positional.length > 0) return "unknown";
    return every(
      pattern.keywords.map((part) => matches(machine, part.pattern, machine.attribute(subject, part.name, placeOf(frame, pattern)), frame)),
    );
  }
  if (cls.kind !== "class" || subject.kind !== "instance" || !subject.class.mro.includes(cls)) return "no";
  const at = placeOf(frame, pattern);
  const declared = pattern.positional.length > 0 ? machine.attribute(cls, "__match_args__", at) : tuple([]);
  const names = declared.kind === "tuple" ? declared.items.map((item) => (item.kind === "str" ? item.value : "")) : [];
  const parts = [...pattern.positional.map((inner, index) => ({ name: names[index] ?? "", pattern: inner })), ...pattern.keywords];
  return every(parts.map((part) => matches(machine, part.pattern, machine.attribute(subject, part.name, at), frame)));
}
