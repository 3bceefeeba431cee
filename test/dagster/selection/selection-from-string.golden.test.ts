import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { selectionFromString } from "../../../src/dagster/selection/selection-from-string.ts";

interface RecordedString {
  readonly text: string;
  readonly selection?: unknown;
  readonly error?: true;
}

const recorded: readonly RecordedString[] = JSON.parse(readFileSync(new URL("selection-strings.json", import.meta.url), "utf8"));

/** Without spans, and without what the recorder does not tell apart. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if ("kind" in value && value.kind === "interface-only") return { kind: "interface-only" };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "span")
      .map(([name, field]) => [name, plain(field)]),
  );
}

test.each(recorded)("reads $text as Dagster does", ({ text, selection, error }) => {
  const result = selectionFromString(text);

  expect(result.ok ? { selection: plain(result.selection) } : { error: true }).toEqual(error ? { error } : { selection });
});
