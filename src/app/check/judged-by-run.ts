/** Which accepted findings a run could have found again: it does not follow from a run of one rule, or over one folder, that all others are gone. */
import type { Analysis, AnalysisOptions } from "../../dagster/analysis.ts";
import type { BaselineEntry } from "../../diagnostics/baseline.ts";
import { RULES } from "../../rules/registry.ts";
import { isReportedPath, levelOf } from "../../rules/rule-level.ts";
import type { Configuration } from "../../types/configuration.ts";

interface Run {
  readonly options: AnalysisOptions;
  readonly configuration: Configuration;
}

/** An entry of a rule or a file that no longer exists is judged: nothing can bring it back. */
export function judgedByRun({ tree, locations }: Analysis, { options, configuration }: Run): (entry: BaselineEntry) => boolean {
  const isWhole = options.root === "" && options.entries === undefined;
  return ({ rule: name, file }) => {
    const rule = RULES.find((candidate) => candidate.name === name);
    if (rule === undefined || !tree.has(file)) return true;
    if (levelOf(rule, file, configuration) === "off" || !isReportedPath(file, configuration)) return false;
    return isWhole || locations.some(({ files }) => files.has(file));
  };
}
