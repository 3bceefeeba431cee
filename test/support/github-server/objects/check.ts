/** Check runs and check suites, as GitHub's answers show them. */
import type { CommitObject } from "../bare-repository.ts";
import type { Annotation, CheckRun, CheckSuite, Json, Repository, World } from "../world.ts";
import { accountObject, appObject } from "./account.ts";
import { repositoryObject, repositoryUrl, webUrl } from "./repository.ts";

/** Only pull requests from this very repository: for a fork's head the list is empty. */
function pullRequestsOf(repository: Repository, sha: string, baseUrl: string): readonly Json[] {
  return [...repository.pulls.values()]
    .filter((pull) => pull.head.sha === sha && pull.head.repository === repository)
    .map((pull) => {
      const reference = { id: repository.id, url: repositoryUrl(repository, baseUrl), name: repository.name };
      return {
        id: pull.id,
        number: pull.issue.number,
        url: `${repositoryUrl(repository, baseUrl)}/pulls/${pull.issue.number}`,
        head: { ref: pull.head.ref, sha, repo: reference },
        base: { ref: pull.base.ref, sha, repo: reference },
      };
    });
}

export function checkRunObject(repository: Repository, run: CheckRun, baseUrl: string): Json {
  const url = `${repositoryUrl(repository, baseUrl)}/check-runs/${run.id}`;
  const html = `${webUrl(repository)}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: `CR_${run.id}`,
    head_sha: run.suite.headSha,
    external_id: run.externalId,
    url,
    html_url: html,
    details_url: run.detailsUrl ?? "https://example.com",
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: appObject(run.app, baseUrl),
    pull_requests: pullRequestsOf(repository, run.suite.headSha, baseUrl),
  };
}

export function annotationObject(repository: Repository, run: CheckRun, annotation: Annotation): Json {
  return { ...annotation, blob_href: `${webUrl(repository)}/blob/${run.suite.headSha}/${encodeURI(annotation.path)}` };
}

/** Of the runs of a suite the latest of each name counts. */
export function latestRuns(runs: readonly CheckRun[]): readonly CheckRun[] {
  const latest = new Map<string, CheckRun>();
  for (const run of runs) latest.set(`${run.app.id} ${run.name}`, run);
  return [...latest.values()];
}

export function runsOfSuite(world: World, suite: CheckSuite): readonly CheckRun[] {
  return world.checkRuns.filter((run) => run.suite === suite);
}

export function checkSuiteObject(world: World, suite: CheckSuite, commit: CommitObject, baseUrl: string): Json {
  const { repository } = suite;
  const runs = latestRuns(runsOfSuite(world, suite));
  const completed = runs.length > 0 && runs.every((run) => run.status === "completed");
  const url = `${repositoryUrl(repository, baseUrl)}/check-suites/${suite.id}`;
  return {
    id: suite.id,
    node_id: `CS_${suite.id}`,
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: completed ? "completed" : "queued",
    conclusion: completed ? (runs.find((run) => run.conclusion !== "success")?.conclusion ?? "success") : null,
    url,
    before: commit.parents[0] ?? null,
    after: suite.headSha,
    pull_requests: pullRequestsOf(repository, suite.headSha, baseUrl),
    app: appObject(runs[0]?.app ?? world.app, baseUrl),
    created_at: suite.createdAt,
    updated_at: suite.createdAt,
    rerequestable: true,
    runs_rerequestable: true,
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
    head_commit: {
      id: commit.sha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: { name: commit.author.name, email: commit.author.email },
      committer: { name: commit.committer.name, email: commit.committer.email },
    },
    repository: { ...repositoryObject(repository, baseUrl), owner: accountObject(repository.owner, baseUrl) },
  };
}
