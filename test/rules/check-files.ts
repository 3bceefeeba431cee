/** Runs every rule over a few files given as text, the way `dagsight check` does. */
import { DEFAULT_CONFIGURATION } from "../../src/configuration/default-configuration.ts";
import type { Analysis } from "../../src/dagster/analysis.ts";
import { analyzeProject } from "../../src/dagster/analyze-project.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import type { Configuration } from "../../src/types/configuration.ts";
import { createMemoryTree } from "../support/memory-tree.ts";
import { testParser } from "../syntax/test-parser.ts";

const parser = await testParser();

type Files = Readonly<Record<string, string>>;

interface Checked {
  readonly configuration?: Partial<Configuration> | undefined;
  /** The state that a change starts from. */
  readonly base?: Files | undefined;
}

/** `entry` is a file; it is loaded as Dagster's `-f` loads it. Without it, code locations are discovered. */
export async function checkFiles(
  files: Files,
  entry: string | undefined,
  { configuration, base }: Checked = {},
): Promise<readonly Diagnostic[]> {
  const analysis = await analyze(files, entry);
  const before = base && (await analyze(base, entry));
  return runRules(analysis, { ...DEFAULT_CONFIGURATION, ...configuration }, { parser, ...(before && { base: before }) });
}

async function analyze(files: Files, entry: string | undefined): Promise<Analysis> {
  const tree = createMemoryTree(files);
  await tree.load(Object.keys(files));
  const entries = entry === undefined ? {} : { entries: [{ kind: "file", target: entry, workingDirectory: "" }] as const };
  return analyzeProject(tree, { environment: new Map(), root: "", ...entries }, parser);
}
