/** Edits that replace what is deprecated, where a change of the words as they stand is enough. None where an import would be needed as well. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { Call } from "../calls.ts";
import type { DeprecatedArgument } from "./arguments.ts";
import type { DeprecatedName } from "./names.ts";

interface GivenArgument {
  readonly call: Call;
  readonly deprecated: DeprecatedArgument;
  readonly argument: ArgumentValue;
}

export function argumentFix({ call, deprecated, argument }: GivenArgument, location: LoadedLocation): Fix | undefined {
  const { parameter, renamed } = deprecated;
  const { path, start, end } = argument.at;
  const text = textAt(argument.at, location);
  if (!new RegExp(`^${parameter}\\s*=`).test(text) || call.bound.gap) return undefined;
  if (renamed !== undefined) {
    if (call.given(renamed)) return undefined;
    return { title: `Write \`${renamed}\``, applicability: "safe", edits: [{ path, start, end: start + parameter.length, text: renamed }] };
  }
  const value = text.replace(/^\w+\s*=\s*/, "");
  if (parameter === "compute_kind" && call.name === "dagster.asset" && isKind(argument) && !call.given("kinds")) {
    return { title: "Write `kinds`", applicability: "safe", edits: [{ path, start, end, text: `kinds={${value}}` }] };
  }
  const [, prefix] = /^((?:\w+\.)+)AutoMaterializePolicy\.eager\(\)$/.exec(value) ?? [];
  if (parameter === "auto_materialize_policy" && prefix !== undefined && !call.given("automation_condition")) {
    const edits = [{ path, start, end, text: `automation_condition=${prefix}AutomationCondition.eager()` }];
    return { title: "Write `automation_condition`", applicability: "unsafe", edits };
  }
  return undefined;
}

/** A text that is a kind as it is, written where the argument stands. */
function isKind({ value, expression }: ArgumentValue): boolean {
  return value.kind === "str" && expression?.kind === "string" && /^[\w.-]{1,63}$/.test(value.value);
}

interface NamedCall {
  readonly call: Call;
  readonly deprecated: DeprecatedName;
}

const SPEC_ARGUMENTS: ReadonlySet<string> = new Set(["key", "metadata", "description", "group_name", "tags", "partitions_def"]);

export function nameFix({ call, deprecated }: NamedCall, location: LoadedLocation): Fix | undefined {
  const { path, start } = call.at;
  const last = deprecated.name.slice(deprecated.name.lastIndexOf(".") + 1);
  const [, before] = new RegExp(`^((?:\\w+\\s*\\.\\s*)+)${last}\\s*\\(`).exec(textAt(call.at, location)) ?? [];
  if (before === undefined) return undefined;
  const span = { path, start: start + before.length, end: start + before.length + last.length };
  if (deprecated.renamed !== undefined) {
    return { title: `Write \`${deprecated.renamed}\``, applicability: "safe", edits: [{ ...span, text: deprecated.renamed }] };
  }
  const { positional, keywords, complete } = call.call.args;
  const isPlain = complete && positional.length <= 1 && [...keywords.keys()].every((name) => SPEC_ARGUMENTS.has(name));
  if (last !== "SourceAsset" || !isPlain) return undefined;
  return { title: "Write `AssetSpec`", applicability: "unsafe", edits: [{ ...span, text: "AssetSpec" }] };
}

function textAt(
  { path, start, end }: { readonly path: string; readonly start: number; readonly end: number },
  { files }: LoadedLocation,
): string {
  return files.get(path)?.text.slice(start, end) ?? "";
}
