/**
 * Operations that Python refuses for certain, where what was read may be read wrongly all the same: noted as what stops the module, and the rest is
 * read on. An exception that code of the repository raises itself, or may catch, is a `PythonRaise`.
 */
import type { Location } from "../base/span.ts";
import { assumptionsOf } from "./evaluate/assumption.ts";
import type { Machine } from "./machine.ts";
import type { Unknown, Value } from "./value.ts";

interface Failure {
  /** `TypeError`. */
  readonly exception: string;
  /** In CPython's words. */
  readonly message: string;
  readonly at: Location;
  /** What it fails for: where one of them rests on an assumption, so does the failure. */
  readonly values: readonly Value[];
}

/** Stands in place of the result. */
export function fails(machine: Machine, { exception, message, at, values }: Failure): Unknown {
  const isCertain = machine.isLoading && machine.conditions.length === 0 && machine.tryDepth === 0 && machine.modules.runsForCertain;
  if (isCertain && !assumptionsOf(...values) && machine.assumptions.length === 0)
    machine.problems.push({ at, message: `${exception}: ${message}` });
  return machine.unknown("unsupported", `${exception}: ${message}`, at);
}

const TYPE_NAMES: Readonly<Partial<Record<Value["kind"], string>>> = { none: "NoneType", native: "builtin_function_or_method" };

/** As CPython's messages name the type of a value. */
export function typeNameOf(value: Value): string {
  if (value.kind === "object") return value.type.slice(value.type.lastIndexOf(".") + 1);
  return TYPE_NAMES[value.kind] ?? value.kind;
}
