/**
 * What a change does, by the rules of what it wants to be merged into: both trees are read through the repository that it is to be merged
 * in, compared from where the head left the base, and judged by the configuration at that commit.
 */

import type { CodeHost, PullRequest, RepositoryName } from "../../ports/code-host.ts";
import { findingsOf } from "../../report/finding.ts";
import type { Configuration } from "../../types/configuration.ts";
import type { Finding, ReviewReport } from "../../types/review-report.ts";
import { analysisOptions } from "../analysis/analysis-options.ts";
import type { Engine } from "../analysis/engine.ts";
import { type GivenConfiguration, loadConfiguration } from "../analysis/load-configuration.ts";
import { loadBaseline } from "../check/load-baseline.ts";
import { reviewChange } from "./review-change.ts";

/** A change that waits to be merged: a pull request, or a group of them in a merge queue. */
export interface WaitingChange {
  readonly repository: RepositoryName;
  /** `https://github.com/acme/shop`; null: lines are not linked. */
  readonly repositoryUrl: string | null;
  readonly pullRequest: number | null;
  readonly base: { readonly ref: string; readonly commit: string };
  readonly head: { readonly ref: string; readonly commit: string };
}

export interface JudgedChange {
  readonly report: ReviewReport;
  readonly configuration: Configuration;
  /** What is wrong with the configuration file or the baseline; what is right in them holds. */
  readonly configurationFindings: readonly Finding[];
}

const NOTHING_GIVEN: GivenConfiguration = { values: {}, originOf: () => ({ kind: "default" }) };

export function changeOf(pull: PullRequest): WaitingChange {
  const { repository, repositoryUrl, number, base, head } = pull;
  return { repository, repositoryUrl, pullRequest: number, base, head: { ref: headName(pull), commit: head.commit } };
}

export async function judgeChange(change: WaitingChange, host: CodeHost, engine: Engine): Promise<JudgedChange> {
  const source = host.openSource(change.repository);
  const forkedAt = await source.mergeBase(change.base.commit, change.head.commit);
  const base = await source.open(forkedAt);
  const head = await source.open(change.head.commit);
  const { configuration, origin, diagnostics } = await loadConfiguration(base, NOTHING_GIVEN);
  const accepted = await loadBaseline(base, configuration.baseline);
  const { owner, name } = change.repository;
  const { report } = await reviewChange(
    {
      repository: { name: `${owner}/${name}`, url: change.repositoryUrl, pullRequest: change.pullRequest },
      base: { tree: base, ref: change.base.ref, commit: forkedAt },
      head: { tree: head, ref: change.head.ref, commit: change.head.commit },
      options: analysisOptions({ folder: "", entries: undefined }, configuration),
      rules: configuration,
      baseline: accepted.entries,
      configurationOrigin: origin,
    },
    engine,
  );
  const textOf = (path: string) => {
    const content = base.read(path);
    return typeof content === "string" ? undefined : new TextDecoder().decode(content);
  };
  return { report, configuration, configurationFindings: findingsOf([...diagnostics, ...accepted.diagnostics], textOf) };
}

/** As GitHub shows it: `revenue`, or `grace:revenue` of a fork. */
function headName({ head, fork }: PullRequest): string {
  return fork && head.repository !== null ? `${head.repository.owner}:${head.ref}` : head.ref;
}
