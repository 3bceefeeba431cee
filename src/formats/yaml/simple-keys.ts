/** What may turn out to be a key when a `:` follows on its line, by the flow level that it stands at: PyYAML's "possible simple keys". */
import type { YamlCursor } from "./cursor.ts";

export interface SimpleKey {
  /** Which token it begins with, counted from the beginning of the stream. */
  readonly number: number;
  /** In its place only a key can stand. */
  readonly isRequired: boolean;
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

export const LONGEST_KEY = 1024;

export class SimpleKeys {
  private readonly cursor: YamlCursor;
  private readonly byLevel: (SimpleKey | undefined)[] = [];

  constructor(cursor: YamlCursor) {
    this.cursor = cursor;
  }

  at(flowLevel: number): SimpleKey | undefined {
    return this.byLevel[flowLevel];
  }

  /** The outermost. */
  get first(): SimpleKey | undefined {
    for (let level = 0; level < this.byLevel.length; level++) {
      const key = this.byLevel[level];
      if (key !== undefined) return key;
    }
    return undefined;
  }

  set(flowLevel: number, key: SimpleKey | undefined): void {
    this.byLevel[flowLevel] = key;
  }

  /** It is none after all; where one has to stand the text is refused. */
  drop(flowLevel: number): void {
    const key = this.byLevel[flowLevel];
    if (key === undefined) return;
    if (key.isRequired) this.cursor.refuse("could not find expected ':'", key.index);
    this.byLevel[flowLevel] = undefined;
  }

  /** A key stands on one line and is not long. */
  dropStale(): void {
    const { byLevel, cursor } = this;
    for (let level = 0; level < byLevel.length; level++) {
      const key = byLevel[level];
      if (key !== undefined && (key.line !== cursor.line || cursor.index - key.index > LONGEST_KEY)) this.drop(level);
    }
  }

  clear(): void {
    this.byLevel.length = 0;
  }
}
