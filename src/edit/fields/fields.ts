/**
 * The fields of an asset that `set` writes: the argument that holds each, how a value from the command line becomes Python, and what the graph
 * document then says. One row a field.
 */
import { compareKeys } from "../../base/order.ts";
import type { YamlValue } from "../../formats/yaml-render.ts";
import { type QuoteStyle, renderLiteral } from "../../syntax/python-literal.ts";
import type { AssetNode } from "../../types/graph-document.ts";
import type { PythonText } from "./python-value.ts";
import { automationText, automationYaml, partitionsText, partitionsYaml } from "./python-value.ts";

export const FIELDS = [
  "description",
  "owners",
  "kinds",
  "tags",
  "group",
  "partitions",
  "automation-condition",
  "code-version",
  "io-manager",
] as const;

export type Field = (typeof FIELDS)[number];

export interface FieldRule {
  readonly argument: string;
  /** Arguments that Dagster refuses beside it. */
  readonly excludes?: readonly string[];
  /** `undefined`: it is no value of the field. */
  python(value: string, quote: QuoteStyle): PythonText | undefined;
  /** The same in a component's YAML. */
  yaml(value: string): YamlValue | undefined;
  /** The field of the node; `undefined` in `wanted` where only reading tells. */
  readonly node: keyof AssetNode;
  wanted?(value: string): unknown;
}

const list = (value: string) => value.split(",").map((item) => item.trim());
const sorted = (value: string) => [...new Set(list(value))].sort(compareKeys);
const itself = (value: string): YamlValue => value;
const literal = (value: string, quote: QuoteStyle): PythonText => ({ kind: "literal", text: renderLiteral(value, quote) });

export const FIELD_RULES: Readonly<Record<Field, FieldRule>> = {
  description: { argument: "description", node: "description", python: literal, yaml: itself, wanted: (value) => value },
  owners: {
    argument: "owners",
    node: "owners",
    python: (value, quote) => (list(value).every(isOwner) ? { kind: "literal", text: renderLiteral(list(value), quote) } : undefined),
    yaml: list,
    wanted: sorted,
  },
  kinds: {
    argument: "kinds",
    excludes: ["compute_kind"],
    node: "kinds",
    python: (value, quote) =>
      list(value).every((kind) => /^[A-Za-z0-9_.-]+$/.test(kind))
        ? {
            kind: "literal",
            text: `{${list(value)
              .map((kind) => renderLiteral(kind, quote))
              .join(", ")}}`,
          }
        : undefined,
    yaml: list,
    wanted: sorted,
  },
  tags: {
    argument: "tags",
    node: "tags",
    python: (value, quote) => {
      const tags = tagsOf(value);
      return tags && { kind: "literal", text: renderLiteral(new Map(tags), quote) };
    },
    yaml: (value) => Object.fromEntries(tagsOf(value) ?? []),
    wanted: (value) => Object.fromEntries([...(tagsOf(value) ?? [])].sort(([left], [right]) => compareKeys(left, right))),
  },
  group: {
    argument: "group_name",
    node: "group",
    python: (value, quote) => (/^[A-Za-z0-9_]+$/.test(value) ? literal(value, quote) : undefined),
    yaml: itself,
    wanted: (value) => value,
  },
  partitions: { argument: "partitions_def", node: "partitions", python: partitionsText, yaml: partitionsYaml },
  "automation-condition": {
    argument: "automation_condition",
    excludes: ["auto_materialize_policy"],
    node: "automation",
    python: automationText,
    yaml: automationYaml,
  },
  "code-version": { argument: "code_version", node: "codeVersion", python: literal, yaml: itself, wanted: (value) => value },
  "io-manager": {
    argument: "io_manager_key",
    excludes: ["io_manager_def"],
    node: "ioManager",
    python: (value, quote) => (/^\w+$/.test(value) ? literal(value, quote) : undefined),
    yaml: () => undefined,
    wanted: (value) => value,
  },
};

/** An e-mail address or `team:NAME`. */
function isOwner(owner: string): boolean {
  return /^team:\S+$/.test(owner) || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(owner);
}

function tagsOf(value: string): readonly (readonly [string, string])[] | undefined {
  const pairs = list(value).map((item) => [item.slice(0, item.indexOf("=")), item.slice(item.indexOf("=") + 1)] as const);
  return list(value).every((item) => item.indexOf("=") > 0) ? pairs : undefined;
}
