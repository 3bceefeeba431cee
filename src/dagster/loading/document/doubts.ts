/**
 * What could not be read, gathered while the document is made: the fields of an object that are no claim, and for each a line that names the subject,
 * the root of the trouble and its place. The same trouble of the same subject is said once.
 */
import { compareKeys } from "../../../base/order.ts";
import type { Unknown } from "../../../python/value.ts";
import type { Sourced, Unresolved } from "../../../types/graph-document.ts";
import { type Listing, type Read, unionOfAssumes } from "../../model/read.ts";
import { fieldWords } from "./field-words.ts";
import type { Places } from "./places.ts";

export class Doubts {
  readonly places: Places;
  /** What stands behind the lines, by {@link doubtKey}: for whoever asks why. */
  readonly gaps = new Map<string, Unknown[]>();
  private readonly lines = new Map<string, Unresolved>();

  constructor(places: Places) {
    this.places = places;
  }

  /** `field` null: whole objects may be missing. `what` is the subject of the sentence: "the dependencies", "more assets". */
  add(subject: string, field: string | null, what: string, gap: Unknown): void {
    const root = rootOf(gap);
    const key = doubtKey(subject, field);
    const known = this.gaps.get(key);
    if (!known) this.gaps.set(key, [gap]);
    else if (!known.includes(gap)) known.push(gap);
    const { file, line } = this.places.rangeOf(root.at.path === "" ? gap.at : root.at);
    const message = `${what}: ${this.reasonOf(root)}`;
    this.lines.set(`${subject}\0${field}\0${file}\0${line}\0${message}`, { subject, field, reason: root.reason, message, file, line });
  }

  all(): readonly Unresolved[] {
    return [...this.lines.values()].sort(
      (left, right) =>
        compareKeys(left.subject, right.subject) ||
        compareKeys(left.field ?? "", right.field ?? "") ||
        compareKeys(left.file, right.file) ||
        left.line - right.line ||
        compareKeys(left.message, right.message),
    );
  }

  /** With the variable that it went into: what a reader looks for. */
  private reasonOf(root: Unknown): string {
    const assigned = root.at.path === "" ? undefined : this.places.assignmentOf(root.at);
    return assigned ? `\`${assigned.target}\` comes from \`${assigned.code}\`, and ${root.message}` : root.message;
  }

  conditional(condition: Unknown | undefined): Sourced["conditional"] {
    if (!condition) return null;
    const root = rootOf(condition);
    const { file, line } = this.places.rangeOf(root.at.path === "" ? condition.at : root.at);
    return { reason: root.message, file, line };
  }
}

/** `field` null: whole objects. */
export function doubtKey(subject: string, field: string | null): string {
  return field === null ? subject : `${subject}\0${field}`;
}

/** Doubts about one object: its reads go through here, and what is not known of it ends in `unresolved`. */
export class Subject {
  private readonly subject: string;
  private readonly doubts: Doubts;
  private readonly unresolved: string[] = [];
  private assumptions: readonly string[];
  private isPlaceholder = false;

  constructor(subject: string, doubts: Doubts, assumes: readonly string[]) {
    this.subject = subject;
    this.doubts = doubts;
    this.assumptions = assumes;
  }

  /** The value, or `fallback` with the field marked; of a value that lacks a part only that is marked (`partitions.start`). */
  value<T>(field: string, read: Read<T>, fallback: T): T {
    if (!read.known) {
      this.doubt(field, read.gap);
      return fallback;
    }
    for (const { part, gap } of read.lacking ?? []) this.doubt(`${field}.${part}`, gap);
    this.assume(read.assumes);
    return read.value;
  }

  /** The members that are sure; conditional ones and gaps mark the field. */
  members<T>(field: string, listing: Listing<T>): readonly T[] {
    for (const gap of listing.gaps) this.doubt(field, gap);
    const sure: T[] = [];
    for (const { value, condition } of listing.items) {
      if (condition) this.doubt(field, condition);
      else sure.push(value);
    }
    this.assume(listing.assumes);
    return sure;
  }

  /** The key is a placeholder: that says it for every other field, too, which are only marked from here on. */
  doubtKey(gap: Unknown): void {
    this.doubt("key", gap);
    this.isPlaceholder = true;
  }

  doubt(field: string, gap: Unknown): void {
    if (!this.unresolved.includes(field)) this.unresolved.push(field);
    if (this.isPlaceholder) return;
    this.doubts.add(this.subject, field, `${fieldWords(field, subjectWords(this.subject))} not known`, gap);
  }

  assume(assumes: readonly string[]): void {
    this.assumptions = unionOfAssumes(this.assumptions, assumes);
  }

  fields(): Pick<Sourced, "unresolved" | "assumes"> {
    return { unresolved: this.unresolved.sort(compareKeys), assumes: sortedAssumes(this.assumptions) };
  }
}

/** Most things assume nothing: what they have is then returned as it is. */
function sortedAssumes(assumes: readonly string[]): readonly string[] {
  return assumes.length === 0 ? assumes : [...new Set(assumes)].sort(compareKeys);
}

/** `asset:raw/orders` as ``asset `raw/orders` ``. */
function subjectWords(subject: string): string {
  const colon = subject.indexOf(":");
  return `${subject.slice(0, colon)} \`${subject.slice(colon + 1)}\``;
}

export function rootOf(gap: Unknown): Unknown {
  let root = gap;
  // A chain is as deep as the code that led to it; a cycle in it would be a defect, and is not worth a hang.
  for (let depth = 0; root.cause && depth < 100; depth += 1) root = root.cause;
  return root;
}
