/**
 * The fix of a misspelt name: the literal that says it says the other one. Never safe: nobody but the author knows what was meant. Only literals
 * that stand there as they are, once: what is computed is left to the author.
 */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import type { FileEdit, Fix } from "../../../diagnostics/diagnostic.ts";
import type { Value } from "../../../python/value.ts";
import { replaceText } from "./replace-text.ts";

/** `value` is the text that is written; `undefined` without a `name` to write, or when the value is not written as a literal. */
export function renameValue(value: Value | undefined, name: string | undefined, location: LoadedLocation): Fix | undefined {
  return name === undefined ? undefined : renaming(name, [replaceText(value, name, location)]);
}

/** The literal `old` somewhere in the code at `at`: in an argument, in a list of it. */
export function renameIn(at: Location, old: string, name: string | undefined, location: LoadedLocation): Fix | undefined {
  return name === undefined ? undefined : renaming(name, [editIn(at, old, name, location)]);
}

/** The same for a key: as one text with slashes, or part by part. */
export function renameKeyIn(at: Location, path: readonly string[], near: string | undefined, location: LoadedLocation): Fix | undefined {
  if (near === undefined) return undefined;
  const whole = renameIn(at, toUserString(path), near, location);
  const parts = near.split("/");
  if (whole || path.length === 1 || parts.length !== path.length) return whole;
  const changed = path.flatMap((part, index) => (part === parts[index] ? [] : [{ part, name: parts[index] ?? "" }]));
  return renaming(
    near,
    changed.map(({ part, name }) => editIn(at, part, name, location)),
  );
}

function renaming(name: string, edits: readonly (FileEdit | undefined)[]): Fix | undefined {
  const found = edits.filter((edit) => edit !== undefined);
  if (found.length === 0 || found.length !== edits.length) return undefined;
  return { title: `Write \`${name}\``, applicability: "unsafe", edits: found };
}

function editIn({ path, start, end }: Location, old: string, name: string, { files }: LoadedLocation): FileEdit | undefined {
  const code = files.get(path)?.text.slice(start, end) ?? "";
  const literals = [...code.matchAll(/(["'])([^"'\\\n]*)\1/g)].filter(([, , text]) => text === old);
  const [literal] = literals;
  if (literals.length !== 1 || literal === undefined || /["'\\\n]/.test(name)) return undefined;
  const from = start + literal.index + 1;
  return { path, start: from, end: from + old.length, text: name };
}
