/** The size ladder: how much a comment says, step by step less, until it fits. Deterministic: the same report takes the same step. */

export interface Step {
  readonly name: "everything" | "one-hop" | "changed-only" | "groups" | "tables" | "counts";
  readonly diagram: "near" | "changed-only" | "groups" | "none";
  readonly wide: boolean;
  /** Rows of each table, and of each folded list. */
  readonly rows: number;
  readonly locations: number;
}

/** A step, and what the configuration says. */
export interface Detail extends Step {
  /** Of the first diagram of a location; beyond it the diagram is collapsed. */
  readonly maxNodes: number;
}

export const LADDER: readonly Step[] = [
  { name: "everything", diagram: "near", wide: true, rows: 100, locations: 20 },
  { name: "one-hop", diagram: "near", wide: false, rows: 60, locations: 20 },
  { name: "changed-only", diagram: "changed-only", wide: false, rows: 40, locations: 15 },
  { name: "groups", diagram: "groups", wide: false, rows: 25, locations: 10 },
  { name: "tables", diagram: "none", wide: false, rows: 15, locations: 8 },
  { name: "counts", diagram: "none", wide: false, rows: 0, locations: 0 },
];

/** Far below GitHub's 262,144 bytes, because a person reads it. */
export const MAX_COMMENT_BYTES = 60_000;
