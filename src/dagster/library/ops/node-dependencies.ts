/** `GraphDefinition(node_defs=[…], dependencies={…})`: a graph written as data. Source: dagster's `DependencyMapping`. */

import type { CallContext } from "../../../python/library.ts";
import { NONE } from "../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { EQUALITY_FIELD } from "../../../python/values/hash-key.ts";
import type { Composition, CompositionNode, CompositionOutput } from "../../model/composition.ts";
import { construct, isEmpty, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { refuseDefinition } from "../refusal.ts";
import { type Bound, bind, parameterNames } from "../signature.ts";

/** `dependencies` maps a node (its name or a `NodeInvocation`) to what each of its inputs comes from. */
export function dependenciesOf(bound: Bound): Composition {
  const { definitions, gap } = definitionsByName(bound);
  const nodes = new Map<string, CompositionNode>();
  const edges: { readonly from: string; readonly to: string }[] = [];
  const dependencies = bound.value("dependencies");
  for (const { key, value } of dependencies.kind === "dict" ? dependencies.entries.values() : []) {
    const { name, definition } = invocationOf(key);
    const target = definitions.get(definition ?? "");
    if (name === undefined || !target) continue;
    nodes.set(name, { name, definition: target, at: target.at });
    const inputs = value.kind === "dict" ? [...value.entries.values()] : [];
    edges.push(...inputs.flatMap((input) => sourcesOf(input.value)).map((from) => ({ from, to: name })));
  }
  const wired = new Set([...nodes.values()].map((node) => node.definition));
  for (const [name, definition] of definitions) if (!wired.has(definition)) nodes.set(name, { name, definition, at: definition.at });
  const mapped = mappingsOf(bound);
  refuseDependencies(bound, definitions, gap);
  const open = gap ?? mapped.gap ?? (dependencies.kind === "unknown" ? dependencies : undefined);
  const result = { nodes: [...nodes.values()], edges: distinct(edges), inputs: mapped.inputs, outputs: mapped.outputs };
  return open ? { ...result, gap: open } : result;
}

/** Source: `_build_graph_dependencies` and `validate_dependency_dict` of dagster's `graph_definition.py`. */
function refuseDependencies(bound: Bound, definitions: ReadonlyMap<string, LibraryObject>, gap: Unknown | undefined): void {
  const dependencies = bound.value("dependencies");
  if (gap || dependencies.kind !== "dict" || !dependencies.complete) return;
  const refuse = (words: string) => refuseDefinition(bound.context, "DagsterInvalidDefinitionError", `Invalid dependencies: ${words}`);
  const aliases = [...dependencies.entries.values()].map(({ key }) => invocationOf(key));
  const nodes = new Set([...definitions.keys(), ...aliases.flatMap(({ name }) => name ?? [])]);
  for (const { key, value } of dependencies.entries.values()) {
    const { name, definition } = invocationOf(key);
    const target = definition === undefined ? undefined : definitions.get(definition);
    if (name === undefined) continue;
    if (!target) {
      refuse(`node "${definition}" in dependency dictionary not found in node list`);
      continue;
    }
    refuseInputs({ name, target, inputs: value, nodes }, refuse);
  }
}

interface Wired {
  readonly name: string;
  readonly target: LibraryObject;
  readonly inputs: Value;
  readonly nodes: ReadonlySet<string>;
}

function refuseInputs({ name, target, inputs, nodes }: Wired, refuse: (words: string) => void): void {
  const ins = inputNames(target);
  for (const { key, value } of inputs.kind === "dict" ? inputs.entries.values() : []) {
    if (key.kind !== "str") continue;
    const input = key.value;
    if (ins && !ins.includes(input))
      refuse(`op "${name}" does not have input "${input}". Available inputs: [${ins.map((each) => `'${each}'`).join(", ")}]`);
    for (const source of sourcesOf(value)) {
      if (!nodes.has(source)) refuse(`node "${source}" not found in node list. Listed as dependency for node "${name}" input "${input}" `);
      else if (source === name) refuse(`circular reference detected in node "${name}" input "${input}"`);
    }
  }
}

/** Of an op whose inputs are all known. */
function inputNames(definition: LibraryObject): readonly string[] | undefined {
  const ins = definition.fields.get("ins");
  if (definition.type !== "dagster.OpDefinition" || ins?.kind !== "dict" || !ins.complete) return undefined;
  return [...ins.entries.values()].flatMap(({ key }) => (key.kind === "str" ? [key.value] : []));
}

function distinct(edges: Composition["edges"]): Composition["edges"] {
  return edges.filter(({ from, to }, index) => edges.findIndex((other) => other.from === from && other.to === to) === index);
}

/** `input_mappings=` and `output_mappings=`: what the graph takes and gives. */
function mappingsOf(bound: Bound): Pick<Composition, "inputs" | "outputs" | "gap"> {
  const { interpreter, at } = bound.context;
  const listed = (name: string) => (isEmpty(bound.value(name)) ? { items: [] } : interpreter.iterate(bound.value(name), at));
  const [ins, outs] = [listed("input_mappings"), listed("output_mappings")];
  const inputs = ins.items.flatMap((item) => textOf(item, "graph_input_name") ?? []);
  const outputs = outs.items.flatMap((item): CompositionOutput[] => {
    const [name, node, output] = ["graph_output_name", "mapped_node_name", "mapped_node_output_name"].map((field) => textOf(item, field));
    return name === undefined || node === undefined ? [] : [{ name, node, output: output ?? "result" }];
  });
  const gap = "gap" in ins ? ins.gap : "gap" in outs ? outs.gap : undefined;
  return { inputs: [...new Set(inputs)], outputs, ...(gap && { gap }) };
}

function textOf(item: Value, name: string): string | undefined {
  const value = item.kind === "object" ? item.fields.get(name) : undefined;
  return value?.kind === "str" ? value.value : undefined;
}

function definitionsByName(bound: Bound): { readonly definitions: ReadonlyMap<string, LibraryObject>; readonly gap?: Unknown | undefined } {
  const { context } = bound;
  const given = bound.value("node_defs");
  const listed = isEmpty(given) ? { items: [], gap: undefined } : context.interpreter.iterate(given, context.at);
  let { gap } = listed;
  const definitions = new Map<string, LibraryObject>();
  for (const definition of listed.items) {
    const name = definition.kind === "object" ? definition.fields.get("name") : undefined;
    if (definition.kind === "object" && name?.kind === "str") definitions.set(name.value, definition);
    else
      gap ??=
        definition.kind === "unknown"
          ? definition
          : context.interpreter.unknown("runtime-input", "a node of the graph is not known", context.at);
  }
  return { definitions, gap };
}

function invocationOf(key: Value): { readonly name?: string; readonly definition?: string } {
  if (key.kind === "str") return { name: key.value, definition: key.value };
  if (!isObject(key, "dagster.NodeInvocation")) return {};
  const [name, alias] = [key.fields.get("name"), key.fields.get("alias")];
  if (name?.kind !== "str") return {};
  return { name: alias?.kind === "str" ? alias.value : name.value, definition: name.value };
}

function sourcesOf(value: Value): readonly string[] {
  if (isObject(value, "dagster.DependencyDefinition")) {
    const node = value.fields.get("node");
    return node?.kind === "str" ? [node.value] : [];
  }
  const many = isObject(value, "dagster.MultiDependencyDefinition") ? value.fields.get("dependencies") : undefined;
  return many?.kind === "list" || many?.kind === "tuple" ? many.items.flatMap(sourcesOf) : [];
}

const RECORDS = ["dagster.NodeInvocation", "dagster.DependencyDefinition", "dagster.MultiDependencyDefinition", "dagster.OutputMapping"];

/** Its signature is hidden behind a record class: the first field is the one that matters here. */
function inputMapping(context: CallContext): Value {
  const name = context.args.keywords.get("graph_input_name") ?? context.args.positional[0];
  return construct("dagster.InputMapping", { graph_input_name: name?.value ?? NONE }, context);
}

export const nodeDependencyModels: Models = {
  symbols: {
    "dagster.InputMapping": inputMapping,
    ...Object.fromEntries(
      RECORDS.map((type) => [
        type,
        (context) => {
          const bound = bind(type, context);
          return construct(type, Object.fromEntries(parameterNames(type).map((name) => [name, bound.value(name)])), context);
        },
      ]),
    ),
  },
  types: { "dagster.InputMapping": {}, ...Object.fromEntries(RECORDS.map((type) => [type, { equality: equalityOf }])) },
};

/** Invocations are keys of a mapping. */
function equalityOf(fields: ReadonlyMap<string, Value>): string | undefined {
  const parts = [...fields].filter(([name]) => name !== EQUALITY_FIELD && name !== "tags" && name !== "hook_defs");
  return parts.every(([, value]) => value.kind === "str" || value.kind === "none")
    ? JSON.stringify(parts.map(([name, value]) => [name, value.kind === "str" ? value.value : null]))
    : undefined;
}
