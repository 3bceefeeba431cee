/**
 * Check runs and suites. Documented in characters, limited in bytes: 65,535 for summary and text. Fifty annotations a request, added and
 * never replaced. A completed run does not go back: starting again needs a new run. Only the App that made a run may change it.
 */
import { annotationObject, checkRunObject, checkSuiteObject, latestRuns, runsOfSuite } from "../objects/check.ts";
import { type ApiRequest, notFound, type Operations, page, Refusal } from "../routing.ts";
import { type Annotation, type CheckRun, type CheckSuite, type Json, type Repository, timestamp, type World } from "../world.ts";

const LARGEST_OUTPUT = 65_535;
const MOST_ANNOTATIONS = 50;
const MOST_RUNS_OF_A_NAME = 1000;
const reads = [["checks", "read"]] as const;
const writes = [["checks", "write"]] as const;

function runOf({ world, repository, params }: ApiRequest): CheckRun {
  const run = world.checkRuns.find((one) => one.id === Number(params["check_run_id"]) && one.suite.repository === repository);
  if (run === undefined) throw notFound();
  return run;
}

function suiteOf({ world, repository, params }: ApiRequest): CheckSuite {
  const suite = world.checkSuites.find((one) => one.id === Number(params["check_suite_id"]) && one.repository === repository);
  if (suite === undefined) throw notFound();
  return suite;
}

async function shaOf({ repository, params }: ApiRequest): Promise<string> {
  const sha = await repository.git.resolve(params["ref"] ?? "");
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${params["ref"]}`);
  return sha;
}

/** The suite that GitHub makes by itself for each App and commit. A fork's head has no branch here. */
export function suiteFor(world: World, repository: Repository, headSha: string): CheckSuite {
  const known = world.checkSuites.find((suite) => suite.repository === repository && suite.headSha === headSha);
  if (known !== undefined) return known;
  const pull = [...repository.pulls.values()].find((one) => one.head.sha === headSha && one.head.repository === repository);
  const suite = { id: world.nextId(), repository, headSha, headBranch: pull?.head.ref ?? null, createdAt: timestamp(world) };
  world.checkSuites.push(suite);
  return suite;
}

function readOutput(run: CheckRun, body: Json): void {
  const output = body["output"] as (Json & { annotations?: readonly Partial<Annotation>[] }) | undefined;
  if (output === undefined) return;
  for (const field of ["summary", "text"]) {
    const value = output[field];
    if (typeof value === "string" && Buffer.byteLength(value) > LARGEST_OUTPUT)
      throw new Refusal(422, `Invalid request.\n\nOnly 65535 characters are allowed; ${value.length} were supplied.`);
  }
  const annotations = output.annotations ?? [];
  if (annotations.length > MOST_ANNOTATIONS)
    throw new Refusal(422, `Invalid request.\n\nNo more than 50 items are allowed; ${annotations.length} were supplied.`);
  for (const annotation of annotations) checkAnnotation(annotation);
  if (typeof output["title"] === "string") run.title = output["title"];
  if (typeof output["summary"] === "string") run.summary = output["summary"];
  if (typeof output["text"] === "string") run.text = output["text"];
  run.annotations.push(...annotations.map((given) => ({ ...NO_ANNOTATION, ...given })));
}

const NO_ANNOTATION: Annotation = {
  path: "",
  start_line: 1,
  end_line: 1,
  start_column: null,
  end_column: null,
  annotation_level: "notice",
  title: null,
  message: "",
  raw_details: null,
};

function checkAnnotation(annotation: Partial<Annotation>): void {
  const refuse = (message: string) => new Refusal(422, `Invalid request.\n\n${message}`);
  if ((annotation.end_line ?? 0) < (annotation.start_line ?? 0)) throw refuse("end_line must not be before start_line");
  if (annotation.start_column !== undefined && annotation.start_line !== annotation.end_line)
    throw refuse("start_column and end_column can only be supplied if start_line and end_line are the same");
  if ((annotation.title ?? "").length > 255) throw refuse("Only 255 characters are allowed for title");
  if (Buffer.byteLength(annotation.message ?? "") > 64 * 1024) throw refuse("message exceeds the maximum size of 64 KB");
}

function readState(world: World, run: CheckRun, body: Json): void {
  const status = body["conclusion"] !== undefined ? "completed" : body["status"];
  if (status === undefined) return;
  if (run.status === "completed" && status !== "completed")
    throw new Refusal(422, "Invalid request.\n\nA completed check run cannot be started again.");
  if (status === "completed" && body["conclusion"] === undefined)
    throw new Refusal(422, "Invalid request.\n\nMissing required parameter: conclusion");
  run.status = status as CheckRun["status"];
  if (status !== "completed") return;
  run.conclusion = String(body["conclusion"]);
  run.completedAt = typeof body["completed_at"] === "string" ? body["completed_at"] : timestamp(world);
}

function readFields(run: CheckRun, body: Json): void {
  if (typeof body["name"] === "string") run.name = body["name"];
  if (typeof body["external_id"] === "string") run.externalId = body["external_id"];
  if (typeof body["details_url"] === "string") run.detailsUrl = body["details_url"];
  if (typeof body["started_at"] === "string") run.startedAt = body["started_at"];
}

function listed(request: ApiRequest, runs: readonly CheckRun[]) {
  const { query, repository, baseUrl } = request;
  const [name, status, app] = [query.get("check_name"), query.get("status"), query.get("app_id")];
  const chosen = (query.get("filter") === "all" ? runs : latestRuns(runs))
    .filter((run) => (name === null || run.name === name) && (status === null || run.status === status))
    .filter((run) => app === null || run.app.id === Number(app))
    .toReversed();
  return page(
    request,
    chosen.map((run) => checkRunObject(repository, run, baseUrl)),
    (shown) => ({ total_count: chosen.length, check_runs: shown }),
  );
}

export const checks: Operations = {
  "checks/create": {
    needs: writes,
    async answer(request) {
      const { world, repository, body, actor, baseUrl } = request;
      const headSha = String(body["head_sha"]);
      if (!/^[0-9a-f]{40}$/.test(headSha) || (await repository.git.typeOf(headSha)) !== "commit")
        throw new Refusal(422, `No commit found for SHA: ${headSha}`);
      const run: CheckRun = {
        id: world.nextId(),
        suite: suiteFor(world, repository, headSha),
        app: actor.app,
        name: "",
        externalId: "",
        detailsUrl: null,
        status: "queued",
        conclusion: null,
        startedAt: timestamp(world),
        completedAt: null,
        title: null,
        summary: null,
        text: null,
        annotations: [],
      };
      readFields(run, body);
      readState(world, run, body);
      readOutput(run, body);
      world.checkRuns.push(run);
      const same = runsOfSuite(world, run.suite).filter((one) => one.name === run.name);
      for (const old of same.slice(0, -MOST_RUNS_OF_A_NAME)) world.checkRuns.splice(world.checkRuns.indexOf(old), 1);
      return { status: 201, body: checkRunObject(repository, run, baseUrl) };
    },
  },
  "checks/update": {
    needs: writes,
    answer(request) {
      const { world, repository, body, actor, baseUrl } = request;
      const run = runOf(request);
      if (run.app !== actor.app)
        throw new Refusal(403, `Invalid app_id \`${actor.app.id}\` - check run can only be modified by the GitHub App that created it.`);
      // Checked on a copy first: a refused request changes nothing.
      const trial = { ...run, annotations: [] };
      readState(world, trial, body);
      readOutput(trial, body);
      readFields(run, body);
      readState(world, run, body);
      readOutput(run, body);
      return { status: 200, body: checkRunObject(repository, run, baseUrl) };
    },
  },
  "checks/get": {
    needs: reads,
    answer: (request) => ({ status: 200, body: checkRunObject(request.repository, runOf(request), request.baseUrl) }),
  },
  "checks/list-annotations": {
    needs: reads,
    answer(request) {
      const run = runOf(request);
      return page(
        request,
        run.annotations.map((annotation) => annotationObject(request.repository, run, annotation)),
      );
    },
  },
  "checks/list-for-ref": {
    needs: reads,
    async answer(request) {
      const sha = await shaOf(request);
      return listed(
        request,
        request.world.checkRuns.filter((run) => run.suite.headSha === sha && run.suite.repository === request.repository),
      );
    },
  },
  "checks/list-for-suite": { needs: reads, answer: (request) => listed(request, runsOfSuite(request.world, suiteOf(request))) },
  "checks/get-suite": {
    needs: reads,
    async answer(request) {
      const suite = suiteOf(request);
      const commit = await request.repository.git.commitObject(suite.headSha);
      return { status: 200, body: checkSuiteObject(request.world, suite, commit, request.baseUrl) };
    },
  },
  "checks/list-suites-for-ref": {
    needs: reads,
    async answer(request) {
      const sha = await shaOf(request);
      const suites = request.world.checkSuites.filter((suite) => suite.headSha === sha && suite.repository === request.repository);
      const commit = await request.repository.git.commitObject(sha);
      return page(
        request,
        suites.map((suite) => checkSuiteObject(request.world, suite, commit, request.baseUrl)),
        (shown) => ({ total_count: suites.length, check_suites: shown }),
      );
    },
  },
};
