/**
 * Resources of the document: the qualified class and the configuration that was given. An `EnvVar` is shown by its name, never by a value; a literal that
 * looks like a secret is masked.
 */
import { compareKeys } from "../../../base/order.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { Unknown, Value } from "../../../python/value.ts";
import type { ConfigValue, Resource } from "../../../types/graph-document.ts";
import { readPlain } from "../../model/plain-value.ts";
import { gapOf } from "../../model/read.ts";
import type { GraphResource } from "../graph/asset-graph.ts";
import { sortedRecord } from "./asset-document.ts";
import { type Doubts, rootOf, Subject } from "./doubts.ts";

export const MASK = "***";

export function resourceDocument(resource: GraphResource, doubts: Doubts): Resource {
  const subject = new Subject(`resource:${resource.key}`, doubts, resource.assumes);
  const value = sureOption(resource.value, subject);
  const type = value && typeName(value);
  if (value && type === undefined) subject.doubt("type", gapOf(value, "a resource").gap);
  const config = value ? configOf(value, subject) : [];
  return {
    key: resource.key,
    type: type ?? null,
    config: sortedRecord(config),
    source: doubts.places.rangeOf(resource.at),
    conditional: doubts.conditional(resource.condition),
    ...subject.fields(),
  };
}

/** The value, when there is only one that it can be. */
function sureOption(value: Value, subject: Subject): Value | undefined {
  if (value.kind === "one-of") {
    const [only, ...others] = value.options;
    if (only && others.length === 0) return only;
    subject.doubt("type", value.condition);
    subject.doubt("config", value.condition);
    return undefined;
  }
  if (value.kind === "unknown") {
    subject.doubt("type", value);
    subject.doubt("config", value);
    return undefined;
  }
  return value;
}

/** `shop.resources.DatabaseResource`, `dagster_duckdb.DuckDBResource`, `str` for a plain value. */
function typeName(value: Value): string | undefined {
  switch (value.kind) {
    case "instance":
      return value.class.qualifiedName.replace(":", ".");
    case "object": {
      const shown = value.fields.get("type");
      return shown?.kind === "str" && value.type === "dagster.ResourceDefinition" ? shown.value : value.type;
    }
    case "class":
      return value.qualifiedName.replace(":", ".");
    case "symbol":
      return value.name;
    case "function":
      return value.qualifiedName.replace(":", ".");
    case "str":
    case "int":
    case "float":
    case "bool":
    case "none":
    case "list":
    case "tuple":
    case "dict":
    case "set":
    case "bytes":
      return value.kind;
    default:
      return undefined;
  }
}

type ConfigEntry = readonly [string, ConfigValue];

function configOf(value: Value, subject: Subject): readonly ConfigEntry[] {
  const args = value.kind === "instance" ? value.construction?.args : value.kind === "object" ? value.args : undefined;
  const written = value.kind === "object" && value.type === "dagster.ResourceDefinition" ? value.fields.get("config") : undefined;
  if (written?.kind === "dict") {
    return [...written.entries.values()].flatMap(({ key, value: each }) => (key.kind === "str" ? [entryOf(key.value, each, subject)] : []));
  }
  if (!args) return [];
  if (!args.complete) subject.doubt("config", gapOf(undefined, "arguments that are all known").gap);
  return [...args.keywords].map(([name, argument]: readonly [string, ArgumentValue]) => entryOf(name, argument.value, subject));
}

function entryOf(name: string, value: Value, subject: Subject): ConfigEntry {
  if ("assumes" in value && value.assumes) subject.assume(value.assumes);
  return [name, configValue(name, value)];
}

function configValue(name: string, value: Value): ConfigValue {
  if (value.kind === "object" && value.type === "dagster.EnvVar") {
    const variable = value.fields.get("name");
    return variable?.kind === "str" ? { env: variable.value } : { unresolved: "the name of the environment variable is not known" };
  }
  const plain = readPlain(value);
  if (!plain.known) return { unresolved: reasonOf(plain.gap) };
  return { value: masked(name, plain.value) };
}

function reasonOf(gap: Unknown): string {
  return rootOf(gap).message;
}

const SECRET_NAME =
  /pass(?:word|wd|phrase)?|secret|token|api_?key|access_?key|private_?key|credential|connection_?string|(?:^|_)dsn(?:$|_)|(?:^|_)pwd(?:$|_)/i;
const SECRET_TEXT =
  /^(?:AKIA|ASIA)[A-Z0-9]{12,}$|^gh[pousr]_\w{20,}|^github_pat_|^xox[abprs]-|^sk-[\w-]{16,}|^eyJ[\w-]+\.[\w-]+\.|-----BEGIN [A-Z ]*PRIVATE KEY-----|^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/;

/** A text that looks like a secret, by the name it stands under or by itself, is `***`; empty texts and what is no text stay. */
export function masked(name: string, value: unknown): unknown {
  if (typeof value === "string") return value !== "" && (SECRET_NAME.test(name) || SECRET_TEXT.test(value)) ? MASK : value;
  if (Array.isArray(value)) return value.map((item) => masked(name, item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, masked(key, item)] as const)
      .sort(([left], [right]) => compareKeys(left, right)),
  );
}
