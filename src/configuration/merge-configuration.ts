/**
 * Several layers to one configuration, and where each value came from. Maps (`environment`, `rules`) and sections
 * (`thresholds`, `comment`, …) are merged key by key, lists are replaced whole: a list that grew from three places could not be read.
 */
import type { Location } from "../base/span.ts";
import type { FormatMapping } from "../formats/format-node.ts";
import { toPlain } from "../formats/format-node.ts";
import type { Configuration, ConfigurationFile } from "../types/configuration.ts";
import { DEFAULT_CONFIGURATION } from "./default-configuration.ts";
import type { ParsedConfiguration } from "./parse-configuration.ts";
import type { Origin, Resolved, ResolvedConfiguration } from "./resolved.ts";

/** What one place says, as dotted keys: `check.failOn`. */
export type ConfigurationLayer = ReadonlyMap<string, Resolved<unknown>>;

/** A file's layer. */
export function fileLayer({ root, path }: ParsedConfiguration, kind: "file" | "organisation"): ConfigurationLayer {
  const layer = new Map<string, Resolved<unknown>>();
  if (root !== undefined) addMapping(layer, root, { kind, path }, "");
  return layer;
}

function addMapping(
  layer: Map<string, Resolved<unknown>>,
  mapping: FormatMapping,
  file: { readonly kind: "file" | "organisation"; readonly path: string },
  prefix: string,
): void {
  for (const { key, value } of mapping.entries) {
    const name = prefix + key.value;
    if (value.kind === "mapping") {
      addMapping(layer, value, file, `${name}.`);
    } else if (name !== "$schema" && name !== "_extends") {
      const location: Location = { path: file.path, start: key.span.start, end: value.span.end };
      layer.set(name, { value: toPlain(value), origin: { kind: file.kind, location } });
    }
  }
}

/** What options of the command line or variables of the environment say; `originOf` names the one behind a dotted key. */
export function givenLayer(given: ConfigurationFile, originOf: (key: string) => Origin): ConfigurationLayer {
  return new Map([...flatten(given)].map(([key, value]) => [key, { value, origin: originOf(key) }]));
}

/** `layers` from the strongest to the weakest (command line, environment, file, organisation); the defaults come last by themselves. */
export function mergeConfiguration(layers: readonly ConfigurationLayer[]): ResolvedConfiguration {
  const defaults = givenLayer(DEFAULT_CONFIGURATION, () => ({ kind: "default" }));
  const settings = new Map<string, Resolved<unknown>>();
  for (const layer of [defaults, ...[...layers].reverse()]) {
    for (const [key, resolved] of layer) settings.set(key, resolved);
  }
  const sorted = new Map([...settings].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { configuration: unflatten(sorted), settings: sorted };
}

function flatten(value: object, prefix = ""): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    if (!isSection(inner)) flat.set(prefix + key, inner);
    else for (const [path, leaf] of flatten(inner, `${prefix}${key}.`)) flat.set(path, leaf);
  }
  return flat;
}

function isSection(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Only the first dot separates: a rule, a variable or a threshold may have dots of its own. */
function unflatten(settings: ReadonlyMap<string, Resolved<unknown>>): Configuration {
  const sections = new Map<string, Map<string, unknown>>();
  for (const [name, value] of Object.entries(DEFAULT_CONFIGURATION)) if (isSection(value)) sections.set(name, new Map());
  const values = new Map<string, unknown>(Object.entries(DEFAULT_CONFIGURATION));
  for (const [key, { value }] of settings) {
    const dot = key.indexOf(".");
    if (dot === -1) values.set(key, value);
    else sections.get(key.slice(0, dot))?.set(key.slice(dot + 1), value);
  }
  for (const [name, section] of sections) values.set(name, Object.fromEntries(section));
  return Object.fromEntries(values) as unknown as Configuration;
}
