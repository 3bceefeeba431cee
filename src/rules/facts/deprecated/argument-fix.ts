/**
 * Edits that replace a deprecated argument. Safe are those after which the same graph is loaded and the same code runs; where the new way is not quite
 * the old one (another tag, another type, another condition) they are unsafe. What is computed is left to the author.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Applicability, FileEdit, Fix } from "../../../diagnostics/diagnostic.ts";
import { importName } from "../../../edit/text/imports.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { Call as CallExpression } from "../../../syntax/expression.ts";
import type { Call } from "../calls.ts";
import { argumentRemoval } from "../fixes/remove-argument.ts";
import { memberEdits } from "../fixes/replace-name.ts";
import { importsOfDagster, qualifiedName } from "../names/written-names.ts";
import type { DeprecatedArgument } from "./arguments.ts";
import { policyArgument, policyVariable } from "./automation-fix.ts";

interface GivenArgument {
  readonly call: Call;
  readonly deprecated: DeprecatedArgument;
  readonly argument: ArgumentValue;
}

export function argumentFix(given: GivenArgument, location: LoadedLocation): Fix | undefined {
  const { call, deprecated, argument } = given;
  const { parameter, renamed, isRedundant } = deprecated;
  const { path, start } = argument.at;
  const file = location.files.get(path);
  if (file === undefined || call.bound.gap || !isKeyword(file, parameter, argument)) return undefined;
  // What cannot be read may have an effect that nobody sees.
  if (isRedundant) return argumentRemoval(argument.at, parameter, argument.value.kind === "unknown" ? "unsafe" : "safe", location);
  if (renamed !== undefined) {
    if (call.given(renamed)) return undefined;
    return fix(renamed, "safe", [{ path, start, end: start + parameter.length, text: renamed }]);
  }
  return replacement(given, file, location);
}

function replacement({ call, deprecated: { parameter }, argument }: GivenArgument, file: SourceFile, location: LoadedLocation) {
  const { path, start, end } = argument.at;
  if (parameter === "compute_kind" && call.name === "dagster.asset" && isKind(argument) && !call.given("kinds")) {
    const value = file.text.slice(start, end).replace(/^\w+\s*=\s*/, "");
    // It becomes a tag of the asset, and `kind:` selects it from now on.
    return fix("kinds", "unsafe", [{ path, start, end, text: `kinds={${value}}` }]);
  }
  if (parameter === "auto_materialize_policy" && !call.given("automation_condition")) return automationFix(file, argument, location);
  if (parameter === "legacy_freshness_policy" && !call.given("freshness_policy")) return freshnessFix(file, argument);
  return undefined;
}

function isKeyword(file: SourceFile, parameter: string, { at }: ArgumentValue): boolean {
  return new RegExp(`^${parameter}\\s*=`).test(file.text.slice(at.start, at.end));
}

function automationFix(file: SourceFile, { at, expression }: ArgumentValue, location: LoadedLocation): Fix | undefined {
  if (expression?.kind === "name") return policyVariable(file, expression.id, location);
  return expression?.kind === "call" ? policyArgument(file, expression, at) : undefined;
}

/** The lag becomes the window. Never safe: the older policy was measured from the data at the roots, this one from the last materialization. */
function freshnessFix(file: SourceFile, { at: { path, start }, expression }: ArgumentValue): Fix | undefined {
  if (expression?.kind !== "call" || !isCallOf("dagster.LegacyFreshnessPolicy", expression, file)) return undefined;
  const [lag, ...others] = expression.args;
  if (lag?.name !== "maximum_lag_minutes" || others.length > 0) return undefined;
  const { text: timedelta, edits } = importName(file, { module: "datetime", name: "timedelta" });
  const minutes = file.text.slice(lag.value.start, lag.value.end);
  return fix("freshness_policy", "unsafe", [
    ...edits,
    { path, start, end: start + "legacy_freshness_policy".length, text: "freshness_policy" },
    ...memberEdits(file, expression.callee, "FreshnessPolicy", ".time_window"),
    { path, start: lag.start, end: lag.end, text: `fail_window=${timedelta}(minutes=${minutes})` },
  ]);
}

function isCallOf(name: string, { callee }: CallExpression, { tree }: SourceFile): boolean {
  return qualifiedName(callee, importsOfDagster(tree.body)) === name;
}

/** A text that is a kind as it is, written where the argument stands or held by a variable. */
function isKind({ value, expression }: ArgumentValue): boolean {
  const isWritten = expression?.kind === "string" || expression?.kind === "name";
  return value.kind === "str" && isWritten && /^[\w.-]{1,63}$/.test(value.value);
}

function fix(name: string, applicability: Applicability, edits: readonly FileEdit[]): Fix {
  return { title: `Write \`${name}\``, applicability, edits };
}
