/**
 * `if`: a decided test takes its branch. An undecided one runs both, each from the state before, and joins what they left:
 * names bound on one side only may be absent, objects made on either side are conditional.
 */
import type { Expression } from "../../syntax/expression.ts";
import type { If, Statement } from "../../syntax/statement.ts";
import { walk } from "../../syntax/walk.ts";
import { assumptionsOf } from "../evaluate/assumption.ts";
import { conditionOf } from "../evaluate/operators/condition.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import type { Unknown, Value } from "../value.ts";
import { join } from "../values/one-of.ts";
import type { Completion, End } from "./completion.ts";
import { narrow } from "./narrow.ts";
import { mayRaise, restoreNames } from "./possible-raise.ts";

export function executeIf(machine: Machine, node: If, frame: Frame): Completion | undefined {
  const test = machine.evaluate(node.test, frame);
  const verdict = machine.truth(test);
  if (verdict === "unknown") {
    const condition = conditionOf(machine, test, frame, node.test);
    return executeBoth(machine, { condition, sides: [node.body, node.orElse], test: node.test }, frame);
  }
  const [taken, other] = verdict === "yes" ? [node.body, node.orElse] : [node.orElse, node.body];
  const assumptions = assumptionsOf(test);
  const run = (): Completion | undefined => machine.assuming(assumptions, () => machine.execute(taken, frame));
  return assumptions ? unlessRefused(machine, { test: node.test, assumptions, run, other }, frame) : run();
}

interface Assumed {
  readonly test: Expression;
  readonly assumptions: readonly string[];
  /** Runs the branch that the assumptions lead to. */
  readonly run: () => Completion | undefined;
  readonly other: readonly Statement[];
}

/**
 * `if not token: raise …`: where a variable is not set, the program itself says that it must be. That the code is meant to load is then surer than
 * that the variable is unset: its value is one that only the run knows, and the other branch is taken. What somebody catches is left as it is.
 */
function unlessRefused(machine: Machine, { test, assumptions, run, other }: Assumed, frame: Frame): Completion | undefined {
  const { names } = frame.scope;
  const before = new Map(names);
  try {
    return run();
  } catch (thrown) {
    const isCaught = machine.tryDepth > 0 || machine.catchers.length > 0 || !machine.modules.runsForCertain;
    if (!(thrown instanceof PythonRaise) || isCaught || !refuses(thrown)) throw thrown;
    restoreNames(names, before);
    requireVariables(machine, { test, assumptions }, frame);
    return machine.execute(other, frame);
  }
}

function refuses({ exception, isStated }: PythonRaise): boolean {
  return isStated || (exception.kind === "object" && exception.type === "builtins.SystemExit");
}

/** The names in the test that hold what stands in for variables that are not set get what those hold when they are. */
function requireVariables(machine: Machine, { test, assumptions }: Pick<Assumed, "test" | "assumptions">, frame: Frame): void {
  walk([test], (node) => {
    const value = node.kind === "name" ? frame.scope.names.get(node.id) : undefined;
    const [assumed] = value ? (assumptionsOf(value) ?? []) : [];
    if (node.kind === "name" && assumed !== undefined && assumptions.includes(assumed)) {
      const variable = assumed.replace(/ unset$/, "");
      const at = placeOf(frame, test);
      frame.scope.names.set(
        node.id,
        machine.unknown("runtime-input", `the environment variable \`${variable}\` is known at run time only`, at),
      );
    }
    return true;
  });
}

interface Fork {
  readonly condition: Unknown;
  readonly sides: readonly (readonly Statement[])[];
  /** What decides: the first side is taken when it is true, the second when it is not. */
  readonly test?: Expression;
}

/** Runs every side from the same names, and joins. A side that raises is taken for the one that is not meant to run, unless a `try` catches it. */
export function executeBoth(machine: Machine, { condition, sides, test }: Fork, frame: Frame): Completion | undefined {
  const { names } = frame.scope;
  const before = new Map(names);
  const ends: End[] = [];
  const raises: { readonly names: ReadonlyMap<string, Value>; readonly raised: PythonRaise }[] = [];
  for (const [index, side] of sides.entries()) {
    restoreNames(names, before);
    if (test) narrow(machine, test, index === 0 ? "yes" : "no", frame);
    try {
      const completion = machine.under(condition, () => machine.execute(side, frame));
      ends.push({ names: new Map(names), completion });
    } catch (thrown) {
      if (!(thrown instanceof PythonRaise)) throw thrown;
      raises.push({ names: new Map(names), raised: thrown });
    }
  }
  const last = raises.at(-1);
  if (ends.length === 0 && last) throw last.raised;
  for (const end of raises) {
    restoreNames(names, end.names);
    mayRaise(machine, end.raised, condition);
  }
  return joinEnds(machine, { ends, condition }, frame);
}

/** Goes on with what the possible ways through a statement left. */
export function joinEnds(
  machine: Machine,
  { ends, condition }: { readonly ends: readonly End[]; readonly condition: Unknown },
  frame: Frame,
): Completion | undefined {
  const { names } = frame.scope;
  const going = ends.filter((end) => end.completion === undefined);
  const left = ends.filter((end) => end.completion !== undefined);
  restoreNames(names, joinNames(going.length > 0 ? going.map((end) => end.names) : ends.map((end) => end.names), condition));
  return leave(
    machine,
    { condition, completions: left.flatMap((end) => (end.completion ? [end.completion] : [])), goesOn: going.length > 0 },
    frame,
  );
}

/** What the branches' ways of leaving mean for the statement. What follows is conditional when some branch left and another did not. */
function leave(
  machine: Machine,
  {
    condition,
    completions,
    goesOn,
  }: { readonly condition: Unknown; readonly completions: readonly Completion[]; readonly goesOn: boolean },
  frame: Frame,
): Completion | undefined {
  const [first] = completions;
  if (!first) return undefined;
  if (!goesOn && completions.every((completion) => completion.kind === first.kind)) {
    if (first.kind !== "return") return first;
    const values = completions.flatMap((completion) => (completion.kind === "return" ? [completion.value] : []));
    return { kind: "return", value: values.reduce((left, right) => join(left, right, condition) ?? NONE) };
  }
  for (const completion of completions) if (completion.kind === "return") frame.mayReturn.push({ value: completion.value, condition });
  // Popped by whoever called the function, or by the loop at the end of its run.
  machine.conditions.push(condition);
  return goesOn ? undefined : completions.find((completion) => completion.kind !== "return");
}

function joinNames(sides: readonly ReadonlyMap<string, Value>[], condition: Unknown): Map<string, Value> {
  const [first, ...rest] = sides;
  const result = new Map(first);
  for (const side of rest) {
    for (const name of new Set([...result.keys(), ...side.keys()])) {
      const joined = join(result.get(name), side.get(name), condition);
      if (joined) result.set(name, joined);
    }
  }
  return result;
}
