/**
 * The contract between an operation and what carries it out. An operation proposes plans, the best first; a plan is edits and the graph that they
 * are meant to lead to. Nobody trusts a plan: `carry-out.ts` reads the edited files again and takes the first plan that keeps its word.
 */
import type { Location } from "../base/span.ts";
import type { FileEdit } from "../diagnostics/diagnostic.ts";
import type { CodeLocation } from "../types/graph-document.ts";

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

export interface Plan {
  readonly edits: readonly FileEdit[];
  readonly newFiles?: readonly NewFile[];
  /**
   * The code location that the edits are meant to give. What only reading tells (what a selection now selects) is taken from `after`.
   */
  intended(before: CodeLocation, after: CodeLocation): CodeLocation;
  /** What has to be in some code location afterwards, because `intended` takes it from there. */
  appears?(after: CodeLocation): boolean;
}

export interface Proposal {
  readonly kind: "proposal";
  readonly title: string;
  /** The subject of refusals: `asset:KEY`. */
  readonly subject: string;
  /** The definition that is edited: where a refusal points when it has no better place. */
  readonly at?: Location | undefined;
  /** What to do when no plan keeps its word; a sentence. */
  readonly help?: string;
  readonly plans: Iterable<Plan>;
}

/** The project is already as it is wished to be. */
export function nothingToDo(title: string, subject: string): Proposal {
  return { kind: "proposal", title, subject, plans: [{ edits: [], intended: (before) => before }] };
}
