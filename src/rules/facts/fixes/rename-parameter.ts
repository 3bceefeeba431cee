/** The fix that gives a parameter the name that Dagster knows it by. Never safe: who calls the function by keyword is not looked for. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { FileEdit, Fix } from "../../../diagnostics/diagnostic.ts";
import { hasParameter } from "../../../edit/names/identifiers.ts";
import { usesOfName } from "../../../edit/names/name-uses.ts";
import type { FunctionValue } from "../../../python/value.ts";

/** `undefined` where the function means something by the new name already, or a place of the old one is not its name alone. */
export function parameterRenaming(
  fn: FunctionValue,
  { from, to }: { readonly from: string; readonly to: string },
  { interpreter }: LoadedLocation,
): Fix | undefined {
  const { definition, file } = fn;
  const parameter = definition.parameters.find(({ name }) => name === from);
  if (definition.kind !== "function" || !parameter || hasParameter(definition.parameters, to)) return undefined;
  const usesOf = (name: string) =>
    usesOfName(name, interpreter.bodyOf(fn), file.text, (inner) => interpreter.bodyOf({ ...fn, definition: inner }));
  const taken = usesOf(to);
  if (taken.reads.length + taken.bindings.length > 0) return undefined;
  const { reads, bindings } = usesOf(from);
  const edits = [parameter.nameSpan, ...reads, ...bindings].map(({ start, end }): FileEdit => ({ path: file.path, start, end, text: to }));
  if (edits.some(({ start, end }) => file.text.slice(start, end) !== from)) return undefined;
  return { title: `Rename \`${from}\` to \`${to}\``, applicability: "unsafe", edits };
}
