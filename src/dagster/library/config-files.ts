/**
 * `config_from_files` and its kin: YAML of the repository, merged. Written for run configuration, and used as the ordinary way to read a
 * list of assets. Dagster's loader leaves dates as texts, unlike `yaml.safe_load`.
 */
import type { FormatNode, FormatScalar } from "../../formats/format-node.ts";
import { parseYaml } from "../../formats/yaml.ts";
import type { CallArguments, CallContext } from "../../python/library.ts";
import { dict, symbol } from "../../python/make-value.ts";
import { raise } from "../../python/python-raise.ts";
import { valueOfNode } from "../../python/stdlib/filesystem/document-formats.ts";
import { contentOf, openFile } from "../../python/stdlib/filesystem/files.ts";
import { pathText } from "../../python/stdlib/filesystem/paths.ts";
import type { DictValue, Unknown, Value } from "../../python/value.ts";
import { mergeDicts } from "./assets/asset-spec.ts";
import type { Models } from "./models.ts";
import { bind } from "./signature.ts";

const REFUSED = "DagsterInvariantViolationError";

function configFromFiles(context: CallContext): Value {
  const { interpreter, at } = context;
  const patterns = interpreter.iterate(bind("dagster.config_from_files", context).value("config_files"), at);
  const paths: Value[] = [];
  for (const pattern of patterns.items) {
    const { items, gap } = interpreter.iterate(interpreter.call(symbol("glob.glob"), positional([pattern], at), at), at);
    if (gap) return gap;
    if (items.length === 0) return raise(REFUSED, `File or glob pattern "${pathText(pattern)}" for "config_files" produced no results`, at);
    paths.push(...items);
  }
  return merged(
    paths.map((path) => openFile(pathText(path), undefined, context)),
    patterns.gap,
    context,
  );
}

function configFromTexts(context: CallContext): Value {
  const { items, gap } = context.interpreter.iterate(bind("dagster.config_from_yaml_strings", context).value("yaml_strings"), context.at);
  return merged(items, gap, context);
}

function configFromPackages(context: CallContext): Value {
  const { interpreter, at } = context;
  const { items, gap } = interpreter.iterate(bind("dagster.config_from_pkg_resources", context).value("pkg_resource_defs"), at);
  const texts = items.map((definition) => {
    const named = interpreter.iterate(definition, at).items;
    return interpreter.call(symbol("importlib.resources.read_text"), positional(named, at), at);
  });
  return merged(texts, gap, context);
}

function positional(values: readonly Value[], at: CallContext["at"]): CallArguments {
  return { positional: values.map((value) => ({ value, at })), keywords: new Map(), complete: true };
}

/** What is read later wins; one source that cannot be read leaves the result incomplete. */
function merged(sources: readonly Value[], gap: Unknown | undefined, context: CallContext): Value {
  let result = dict([], gap);
  for (const source of sources) {
    const content = contentOf(source, context);
    if (!("text" in content)) {
      result = mergeDicts(result, dict([], content));
      continue;
    }
    const { root, problems } = parseYaml(content.text, "pyyaml");
    const refused = problems.find(({ severity }) => severity === "error");
    if (refused) return raise(REFUSED, `Encountered error attempting to parse yaml: ${refused.message}`, context.at);
    const value = root && valueOfNode(withDatesAsTexts(root, content.text), content.path);
    if (value?.kind === "dict") result = deepMerge(result, value);
    else if (value && value.kind !== "none") return raise("CheckError", "Expected YAML to parse to dictionary", context.at);
  }
  return result;
}

function withDatesAsTexts(node: FormatNode, text: string): FormatNode {
  if (node.kind === "sequence") return { ...node, items: node.items.map((item) => withDatesAsTexts(item, text)) };
  if (node.kind === "scalar") return scalarAsText(node, text);
  const entries = node.entries.map(({ key, value }) => ({ key: scalarAsText(key, text), value: withDatesAsTexts(value, text) }));
  return { ...node, entries };
}

function scalarAsText(node: FormatScalar, text: string): FormatScalar {
  const isDate = node.type === "date" || node.type === "datetime";
  return isDate ? { kind: "scalar", span: node.span, type: "str", value: text.slice(node.span.start, node.span.end) } : node;
}

/** Source: `deep_merge_dicts`. */
function deepMerge(onto: DictValue, from: DictValue): DictValue {
  const entries = [...from.entries].map(([hash, { key, value }]) => {
    const before = onto.entries.get(hash)?.value;
    return [key, before?.kind === "dict" && value.kind === "dict" ? deepMerge(before, value) : value] as const;
  });
  return mergeDicts(onto, dict(entries, from.gap));
}

export const configFileModels: Models = {
  symbols: {
    "dagster.config_from_files": configFromFiles,
    "dagster.config_from_yaml_strings": configFromTexts,
    "dagster.config_from_pkg_resources": configFromPackages,
  },
};
