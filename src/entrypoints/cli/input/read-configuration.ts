/** The configuration of a run: the tree's file, and over it the options. An error in the file ends the run; a warning is said and passed over. */
import { type LoadedConfiguration, loadConfiguration } from "../../../app/analysis/load-configuration.ts";
import type { LoadableTree } from "../../../ports/source-store.ts";
import type { ConfigurationFile } from "../../../types/configuration.ts";
import { UsageError } from "../io.ts";
import type { EntryOptions } from "../options.ts";
import type { Progress } from "../output/progress.ts";
import { describeProblem } from "./describe-problem.ts";

export interface ConfiguringOptions extends Pick<EntryOptions, "env"> {
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
}

/** Throws `UsageError`. */
export async function readConfiguration(tree: LoadableTree, options: ConfiguringOptions, progress: Progress): Promise<LoadedConfiguration> {
  const values: ConfigurationFile = {
    environment: options.env,
    ...(options.select?.length ? { select: options.select } : {}),
    ...(options.ignore?.length ? { ignore: options.ignore } : {}),
  };
  const loaded = await loadConfiguration(tree, {
    values,
    originOf: (key) => ({ kind: "command-line", name: key.startsWith("environment.") ? "--env" : `--${key}` }),
  });
  const lines = loaded.diagnostics.map((diagnostic) => ({
    severity: diagnostic.severity,
    text: describeProblem(diagnostic, textIn(tree, diagnostic.location.path)),
  }));
  const errors = lines.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new UsageError(errors.map(({ text }) => text).join("\n"));
  for (const { severity, text } of lines) progress.note(`${severity}: ${text}`);
  return loaded;
}

function textIn(tree: LoadableTree, path: string): string {
  const content = tree.read(path);
  return typeof content === "string" ? "" : new TextDecoder().decode(content);
}
