/**
 * The configuration that holds for a tree: what the caller says over what the tree's file says over the defaults. What is wrong with the
 * file is a finding about it, and only the wrong value is left out.
 */

import { CONFIGURATION_FILES } from "../../configuration/configuration-files.ts";
import { fileLayer, givenLayer, mergeConfiguration } from "../../configuration/merge-configuration.ts";
import type { Origin } from "../../configuration/resolved.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LoadableTree } from "../../ports/source-store.ts";
import type { Configuration, ConfigurationFile } from "../../types/configuration.ts";

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The file; null where there is none. */
  readonly origin: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was said elsewhere than in a file; `originOf` names the option or variable behind a dotted key. */
export interface GivenConfiguration {
  readonly values: ConfigurationFile;
  originOf(key: string): Origin;
}

export async function loadConfiguration(tree: LoadableTree, given: GivenConfiguration): Promise<LoadedConfiguration> {
  const texts = await readTexts(tree);
  const spoken = givenLayer(given.values, given.originOf);
  if (texts.size === 0) return { configuration: mergeConfiguration([spoken]).configuration, origin: null, diagnostics: [] };
  // The validator and the rules, whose names are to be told from typos, are a megabyte that most runs do without.
  const { chooseConfiguration } = await import("../../configuration/choose-configuration.ts");
  const { RULES } = await import("../../rules/registry.ts");
  const chosen = chooseConfiguration(texts, new Set(RULES.flatMap(({ name, group }): readonly string[] => [name, group])));
  const layers = chosen === undefined ? [spoken] : [spoken, fileLayer(chosen, "file")];
  return {
    configuration: mergeConfiguration(layers).configuration,
    origin: chosen?.path ?? null,
    diagnostics: chosen?.diagnostics ?? [],
  };
}

/** Of the files that may say something. */
async function readTexts(tree: LoadableTree): Promise<ReadonlyMap<string, string>> {
  await tree.load(CONFIGURATION_FILES);
  const texts = new Map<string, string>();
  for (const path of CONFIGURATION_FILES) {
    const content = tree.read(path);
    const text = typeof content === "string" ? "" : new TextDecoder().decode(content);
    if (path.endsWith(".toml") ? text.includes("dagsight") : typeof content !== "string") texts.set(path, text);
  }
  return texts;
}
