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
  /** Of merge keys. */
  private readonly merged: FormatEntry[] = [];
  private readonly problems: FormatProblem[];

  constructor(problems: FormatProblem[]) {
    this.problems = problems;
  }

  /** A key whose value is refused stays, with null. */
  enter(key: FormatNode | "merge", parseValue: () => FormatNode): void {
    if (key === "merge") {
      this.merged.push(...this.mergedEntries(parseValue()));
      return;
    }
    if (key.kind !== "scalar") {
      parseValue();
      this.fail("found unhashable key", key.span);
      return;
    }
    const at = this.own.push({ key, value: emptyNode(key.span.end) }) - 1;
    this.own[at] = { key, value: parseValue() };
  }

  toMapping(span: Span): FormatMapping {
    const entries = uniqueEntries(this.own, ({ key }) => {
      this.problems.push({ message: `the key \`${key.value}\` is repeated: the last one counts`, severity: "warning", span: key.span });
    });
    return { kind: "mapping", span, entries: this.merged.length === 0 ? entries : uniqueEntries([...this.merged, ...entries]) };
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
