/** The entries of one mapping as Python's dict gets them: what merge keys bring in stands below all others, a repeated key keeps its first place. */
import type { Span } from "../../base/span.ts";
import {
  type FormatEntry,
  type FormatMapping,
  type FormatNode,
  type FormatProblem,
  type FormatScalar,
  uniqueEntries,
} from "../format-node.ts";

/** Null, where nothing stands. */
export function emptyNode(at: number): FormatScalar {
  return { kind: "scalar", type: "null", value: null, span: { start: at, end: at } };
}

export class MappingEntries {
  private readonly own: FormatEntry[] = [];
  /** Of merge keys, where there are any. */
  private merged: FormatEntry[] | undefined;
  /** The key whose value is being read. */
  private pending: FormatNode | "merge" | undefined;
  private readonly problems: FormatProblem[];

  constructor(problems: FormatProblem[]) {
    this.problems = problems;
  }

  /** {@link end} gives its value; a key whose value is refused stays, with null. */
  begin(key: FormatNode | "merge"): void {
    this.keepPending();
    if (key !== "merge" && key.kind !== "scalar") this.fail("found unhashable key", key.span);
    this.pending = key;
  }

  end(value: FormatNode): void {
    const key = this.pending;
    this.pending = undefined;
    if (key === "merge") this.merged = [...(this.merged ?? []), ...this.mergedEntries(value)];
    else if (key?.kind === "scalar") this.own.push({ key, value });
  }

  toMapping(span: Span): FormatMapping {
    this.keepPending();
    const entries = uniqueEntries(this.own, ({ key }) => {
      this.problems.push({ message: `the key \`${key.value}\` is repeated: the last one counts`, severity: "warning", span: key.span });
    });
    return { kind: "mapping", span, entries: this.merged === undefined ? entries : uniqueEntries([...this.merged, ...entries]) };
  }

  private keepPending(): void {
    if (this.pending !== undefined && this.pending !== "merge") this.end(emptyNode(this.pending.span.end));
  }

  /** Earlier mappings of a list win, so they come last. */
  private mergedEntries(value: FormatNode): FormatEntry[] {
    if (value.kind === "mapping") return [...value.entries];
    if (value.kind === "sequence" && value.items.every((item) => item.kind === "mapping")) {
      return [...value.items].reverse().flatMap((item) => (item.kind === "mapping" ? item.entries : []));
    }
    this.fail("expected a mapping or list of mappings for merging", value.span);
    return [];
  }

  private fail(message: string, span: Span): void {
    this.problems.push({ message, severity: "error", span });
  }
}
