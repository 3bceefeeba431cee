/** Makes the fixes of a fixture's own rule, the way `dagsight check --fix` makes them. */
import { NO_CACHE } from "../../src/adapters/cache/no-cache.ts";
import { createEngine } from "../../src/app/analysis/engine.ts";
import { type FixedProject, fixProject } from "../../src/app/check/fix-project.ts";
import { DEFAULT_CONFIGURATION } from "../../src/configuration/default-configuration.ts";
import type { Applicability } from "../../src/diagnostics/diagnostic.ts";
import { RULES } from "../../src/rules/registry.ts";
import type { Configuration } from "../../src/types/configuration.ts";
import { createMemoryTree } from "../support/memory-tree.ts";
import { createRecordingLog } from "../support/services/recording-log.ts";
import { testParser } from "../syntax/test-parser.ts";
import type { RuleFixture } from "./fixtures.ts";

const parser = await testParser();

/** `applicable` fixes of the fixture's rule, and of no other; the other rules look on. */
export async function fixFixture(
  fixture: Pick<RuleFixture, "rule" | "files" | "entry">,
  applicable: readonly Applicability[],
): Promise<FixedProject> {
  const engine = createEngine({ version: "0", parser, cache: NO_CACHE, loweringVersion: "", log: createRecordingLog() });
  const own = RULES.find(({ name }) => name === fixture.rule)?.docs.configuration;
  const configuration: Configuration = { ...DEFAULT_CONFIGURATION, ...own };
  const entries = fixture.entry === undefined ? {} : { entries: [{ kind: "file", target: fixture.entry, workingDirectory: "" }] as const };
  const options = { environment: new Map<string, string>(), root: "", ...entries };
  const request = { tree: createMemoryTree(fixture.files), options, configuration, baseline: [], applicable };
  return fixProject({ ...request, isWanted: ({ rule }) => rule === fixture.rule }, engine);
}
