/** From auto-materialize policies to automation conditions. Never safe: policies were made of rules that the conditions do not repeat one by one. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { FileEdit, Fix } from "../../../diagnostics/diagnostic.ts";
import { usesOfName } from "../../../edit/names/name-uses.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { Call } from "../../../syntax/expression.ts";
import { memberEdits } from "../fixes/replace-name.ts";
import { importsOfDagster, qualifiedName } from "../names/written-names.ts";

const OLD = "auto_materialize_policy";
const NEW = "automation_condition";

const CONDITIONS: ReadonlyMap<string, string> = new Map([
  ["dagster.AutoMaterializePolicy.eager", "eager"],
  ["dagster.AutoMaterializePolicy.lazy", "any_downstream_conditions"],
]);

/** The call of a policy as that of a condition; `undefined` where none is the same without more being said. */
function conditionOf(file: SourceFile, { callee, args }: Call): readonly FileEdit[] | undefined {
  const condition = CONDITIONS.get(qualifiedName(callee, importsOfDagster(file.tree.body)) ?? "");
  if (condition === undefined || args.length > 0 || callee.kind !== "attribute") return undefined;
  const { start, end } = callee.nameSpan;
  return [
    ...memberEdits(file, callee.object, "AutomationCondition"),
    ...(condition === callee.name ? [] : [{ path: file.path, start, end, text: condition }]),
  ];
}

/** The call as the value of an argument of the old name. */
export function policyArgument(file: SourceFile, call: Call, keyword: { readonly start: number }): Fix | undefined {
  const edits = conditionOf(file, call);
  return edits && fix([{ path: file.path, start: keyword.start, end: keyword.start + OLD.length, text: NEW }, ...edits]);
}

/** A variable of the module that holds a policy and is used for nothing but this argument: its value, and every argument at once. */
export function policyVariable(file: SourceFile, variable: string, { interpreter }: LoadedLocation): Fix | undefined {
  const { path, text, tree } = file;
  const { reads, bindings } = usesOfName(variable, tree.body, text, (fn) => interpreter.statementsOf(file, fn));
  const assigned = tree.body.find(({ start, end }) => start === bindings[0]?.start && end > start);
  if (bindings.length !== 1 || assigned?.kind !== "assign" || assigned.value.kind !== "call") return undefined;
  const edits = conditionOf(file, assigned.value);
  const keywords = reads.map(({ start }) => text.slice(0, start).match(/\bauto_materialize_policy(\s*=\s*)$/));
  if (!edits || keywords.some((match) => match === null)) return undefined;
  const renamed = reads.map(({ start }, index): FileEdit => {
    const from = start - (keywords[index]?.[0].length ?? 0);
    return { path, start: from, end: from + OLD.length, text: NEW };
  });
  return fix([...edits, ...renamed]);
}

function fix(edits: readonly FileEdit[]): Fix {
  return { title: `Write \`${NEW}\``, applicability: "unsafe", edits };
}
