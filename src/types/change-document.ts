/**
 * What `dagsight edit --format json` prints: a change to a project as data, or why it is not made. For machines that apply it themselves: the visual editor,
 * a bot. Offsets of people, as in findings: lines and columns are 1-based, the end is exclusive, columns count UTF-16 units.
 */
import type { Finding } from "./review-report.ts";

export interface ChangeDocument {
  readonly schemaVersion: 1;
  /** `refused`: nothing is to be changed, and `findings` say why. */
  readonly outcome: "change" | "refused";
  /** In the imperative: "Rename asset `orders` to `purchases`"; null when it is refused. */
  readonly title: string | null;
  /** By path. Empty: the project is already as it is wished to be. All of them are to be changed, or none. */
  readonly files: readonly ChangedFile[];
  readonly findings: readonly Finding[];
}

export interface ChangedFile {
  readonly file: string;
  /** `new`: its one edit is the whole text. */
  readonly status: "changed" | "new";
  /** In order, without overlap; positions are those of the text before all edits. */
  readonly edits: readonly ChangedText[];
}

export interface ChangedText {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}
