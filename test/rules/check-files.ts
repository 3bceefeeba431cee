/** Runs every rule over a few files given as text, the way `dagsight check` does. */
import { DEFAULT_CONFIGURATION } from "../../src/configuration/default-configuration.ts";
import { analyzeProject } from "../../src/dagster/analyze-project.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import type { Configuration } from "../../src/types/configuration.ts";
import { createMemoryTree } from "../support/memory-tree.ts";
import { testParser } from "../syntax/test-parser.ts";

const parser = await testParser();

/** `entry` is a file; it is loaded as Dagster's `-f` loads it. Without it, code locations are discovered. */
export async function checkFiles(
  files: Readonly<Record<string, string>>,
  entry: string | undefined,
  configuration: Partial<Configuration> = {},
): Promise<readonly Diagnostic[]> {
  const tree = createMemoryTree(files);
  await tree.load(Object.keys(files));
  const entries = entry === undefined ? {} : { entries: [{ kind: "file", target: entry, workingDirectory: "" }] as const };
  const analysis = analyzeProject(tree, { environment: new Map(), root: "", ...entries }, parser);
  return runRules(analysis, { ...DEFAULT_CONFIGURATION, ...configuration }, { parser });
}
