/** The fix that takes a keyword argument out of the call in which it is written. */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Applicability, Fix } from "../../../diagnostics/diagnostic.ts";
import { removeArgument } from "../../../edit/text/arguments.ts";
import { callAround } from "./call-at.ts";

/** `at` is the whole argument. `undefined` when it is not written there as a keyword; never safe when a comment goes with it. */
export function argumentRemoval(at: Location, parameter: string, applicability: Applicability, location: LoadedLocation): Fix | undefined {
  const file = location.files.get(at.path);
  const call = file && callAround(file, at, location);
  const edits = file && call ? removeArgument(file.text, call, parameter) : [];
  if (!file || edits.length === 0) return undefined;
  const losesComment = edits.some((edit) => file.text.slice(edit.start, edit.end).includes("#"));
  return {
    title: `Remove \`${parameter}\``,
    applicability: losesComment ? "unsafe" : applicability,
    edits: edits.map((edit) => ({ path: file.path, ...edit })),
  };
}
