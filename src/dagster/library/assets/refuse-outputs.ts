/** Outputs of an op or graph that assets are made of, where the mapping of keys or what the graph returns does not fit them. */
import type { CallContext } from "../../../python/library.ts";
import type { LibraryObject, Unknown } from "../../../python/value.ts";
import { refuseDefinition } from "../refusal.ts";
import type { Bound } from "../signature.ts";
import { compositionOf, namesOf } from "./node-parts.ts";

/** Source: `_infer_keys_by_output_names` and `_validate_internal_asset_deps`: every output has a key if any has one. */
export function refuseOutputNames(node: LibraryObject, bound: Bound): void {
  const expected = outputNamesOf(node);
  const given = bound.value("keys_by_output_name");
  const checks = bound.value("check_specs");
  if (!expected || expected.gap || checks.kind !== "none") return;
  const named = given.kind === "dict" && given.complete && given.entries.size > 0 ? namesOf(given) : undefined;
  const name = node.fields.get("name");
  if (named && (named.length !== expected.names.length || named.some((output) => !expected.names.includes(output)))) {
    const sets = `union keys: {${named.map(quoted).join(", ")}} expected keys: {${expected.names.map(quoted).join(", ")}}`;
    const words = `Invariant failed. Description: The union of the set of output names keys specified in the keys_by_output_name and check_specs_by_output_name arguments must equal the set of asset keys outputted by ${name?.kind === "str" ? name.value : "the node"}. ${sets}`;
    refuseDefinition(bound.context, "CheckError", words);
  }
  for (const output of namesOf(bound.value("internal_asset_deps"))) {
    if (expected.names.includes(output)) continue;
    const words = `output_name ${output} specified in internal_asset_deps does not exist in the decorated function. Output names: [${expected.names.map(quoted).join(", ")}].`;
    refuseDefinition(bound.context, "CheckError", `Failure condition: ${words}`);
  }
}

function quoted(text: string): string {
  return `'${text}'`;
}

function outputNamesOf(node: LibraryObject): { readonly names: readonly string[]; readonly gap?: Unknown } | undefined {
  const composition = compositionOf(node);
  if (composition) return { names: composition.outputs.map(({ name }) => name), ...(composition.gap && { gap: composition.gap }) };
  const outs = node.fields.get("outs");
  if (outs?.kind !== "dict") return undefined;
  return { names: namesOf(outs), ...(outs.gap && { gap: outs.gap }) };
}

/** Source: `_validate_graph_def`: what an op of the graph, or of a graph in it, yields goes into another or is an output. */
export function refuseLeaves(node: LibraryObject, context: CallContext): void {
  const composition = compositionOf(node);
  const name = node.fields.get("name");
  if (!composition?.returned || composition.gap || name?.kind !== "str") return;
  for (const { definition } of composition.nodes) refuseLeaves(definition, context);
  const kept = new Set([...composition.edges.map(({ from }) => from), ...composition.outputs.map((output) => output.node)]);
  const lost = composition.nodes.filter((each) => !kept.has(each.name)).map((each) => each.name);
  if (lost.length === 0 || composition.outputs.length === 0) return;
  const words = `Invariant failed. Description: All leaf nodes within graph '${name.value}' must generate outputs which are mapped to outputs of the graph, and produce assets. The following leaf node(s) are non-asset producing ops: {${lost.map(quoted).join(", ")}}.`;
  refuseDefinition(context, "CheckError", words);
}
