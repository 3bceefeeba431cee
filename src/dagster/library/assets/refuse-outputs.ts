/** Outputs of an op or graph that assets are made of, where the mapping of keys or what the graph returns does not fit them. */
import type { LibraryObject, Unknown } from "../../../python/value.ts";
import { isHandle, NODE_OUTPUT } from "../ops/node-outputs.ts";
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

/** Source: `do_composition`: one output is mapped to the only one that is declared. */
export function refuseSingleOutput(node: LibraryObject, names: readonly string[], { context }: Bound): void {
  const returned = compositionOf(node)?.returned;
  if (!isHandle(returned, NODE_OUTPUT) || names.length < 2) return;
  const name = node.fields.get("name");
  const [from, graph] = [`${returned.payload.node}.${returned.payload.output}`, name?.kind === "str" ? name.value : "…"];
  const words = `Returned a single output (${from}) in @graph '${graph}' but ${names.length} outputs are defined. Return a dict to map defined outputs.`;
  refuseDefinition(context, "DagsterInvalidDefinitionError", words);
}
