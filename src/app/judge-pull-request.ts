/**
 * What a pull request does, by the rules of what it wants to be merged into: both trees are read through the repository that it was opened
 * in, compared from where the head left the base, and judged by the configuration at that commit.
 */

import type { CodeHost, PullRequest } from "../ports/code-host.ts";
import { findingsOf } from "../report/finding.ts";
import type { Configuration } from "../types/configuration.ts";
import type { Finding, ReviewReport } from "../types/review-report.ts";
import { analysisOptions } from "./analysis-options.ts";
import type { Engine } from "./engine.ts";
import { type GivenConfiguration, loadConfiguration } from "./load-configuration.ts";
import { reviewChange } from "./review-change.ts";

export interface JudgedChange {
  readonly report: ReviewReport;
  readonly configuration: Configuration;
  /** What is wrong with the configuration file; what is right in it holds. */
  readonly configurationFindings: readonly Finding[];
}

const NOTHING_GIVEN: GivenConfiguration = { values: {}, originOf: () => ({ kind: "default" }) };

export async function judgePullRequest(pull: PullRequest, host: CodeHost, engine: Engine): Promise<JudgedChange> {
  const source = host.openSource(pull.repository);
  const forkedAt = await source.mergeBase(pull.base.commit, pull.head.commit);
  const base = await source.open(forkedAt);
  const head = await source.open(pull.head.commit);
  const { configuration, origin, diagnostics } = await loadConfiguration(base, NOTHING_GIVEN);
  const { owner, name } = pull.repository;
  const { report } = await reviewChange(
    {
      repository: { name: `${owner}/${name}`, url: pull.repositoryUrl, pullRequest: pull.number },
      base: { tree: base, ref: pull.base.ref, commit: forkedAt },
      head: { tree: head, ref: headName(pull), commit: pull.head.commit },
      options: analysisOptions({ folder: "", entries: undefined }, configuration),
      rules: configuration,
      configurationOrigin: origin,
    },
    engine,
  );
  const textOf = (path: string) => {
    const content = base.read(path);
    return typeof content === "string" ? undefined : new TextDecoder().decode(content);
  };
  return { report, configuration, configurationFindings: findingsOf(diagnostics, textOf) };
}

/** As GitHub shows it: `revenue`, or `grace:revenue` of a fork. */
function headName({ head, fork }: PullRequest): string {
  return fork && head.repository !== null ? `${head.repository.owner}:${head.ref}` : head.ref;
}
