/**
 * What untrusted code may cost. Every bound ends in Unknown(`limit`), never in a crash or a hang; none is a matter of taste:
 * each is far above what the largest public projects need (a few hundred thousand steps).
 */
export interface Budget {
  /** Statements, expressions and calls evaluated for one code location. */
  readonly steps: number;
  /** The same for one call that module-level code makes, with all that it calls: one runaway function does not use up the rest. */
  readonly stepsOfCall: number;
  /** Nested calls. Python's own default is 1000, and each costs us several frames of JavaScript. */
  readonly depth: number;
  /** Items of a collection, characters of a string, repetitions of a loop. */
  readonly size: number;
}

/** Steps of all code locations of one repository together: what is declared a hundred times must not cost a hundred budgets. */
export const STEPS_OF_ALL_LOCATIONS = 40_000_000;

export const DEFAULT_BUDGET: Budget = { steps: 20_000_000, stepsOfCall: 2_000_000, depth: 150, size: 100_000 };

/** Steps are used up: unwinds to the call that module-level code made, or to whoever started the location. */
export class OutOfSteps extends Error {
  override readonly name = "OutOfSteps";
}
