/**
 * One check run of ours for each commit, name and pull request. GitHub's rules shape it: a completed run does not go back, so a restart is
 * a new run; annotations are only ever added, fifty at a time, so after a crash what is there already is not sent again, and what is there
 * and should not be asks for a new run.
 */
import type { CheckRun, CheckRunOutcome, RepositoryName } from "../../../ports/code-host.ts";
import { attempt } from "../connection/failure.ts";
import { SENT_ONCE, untilAvailable } from "../connection/repeat.ts";
import type { GitHubSession } from "../connection/session.ts";
import { ANNOTATIONS_PER_REQUEST, annotationKey, requestAnnotation, requestOutput } from "./check-output.ts";
import { type CheckRunMarker, contentHash, parseCheckRunMarker, printCheckRunMarker } from "./marker.ts";

export interface OwnCheckRun {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  readonly completed: boolean;
  readonly annotations: number;
  readonly marker: CheckRunMarker;
}

interface Place {
  readonly repository: RepositoryName;
  readonly wanted: CheckRun;
  readonly marker: CheckRunMarker;
}

export async function ensureCheckRun(session: GitHubSession, repository: RepositoryName, wanted: CheckRun): Promise<CheckRunOutcome> {
  return await untilAvailable(session, () => ensureOnce(session, repository, wanted));
}

async function ensureOnce(session: GitHubSession, repository: RepositoryName, wanted: CheckRun): Promise<CheckRunOutcome> {
  const { pullRequest, sequence, state, detailsUrl } = wanted;
  const place = { repository, wanted, marker: { pullRequest, sequence, hash: contentHash(state, detailsUrl) } };
  const [run, ...older] = await findRuns(session, place);
  const outcome = await advance(session, place, run);
  // Two workers that began at the same time made two runs: the one that nobody goes on with must not stay in progress.
  const abandoned = state.kind === "completed" && outcome.kind !== "superseded" ? older.filter(({ completed }) => !completed) : [];
  for (const { id } of abandoned) await cancel(session, place, id);
  return outcome;
}

async function advance(session: GitHubSession, place: Place, run: OwnCheckRun | undefined): Promise<CheckRunOutcome> {
  const { wanted } = place;
  const { sequence, state } = wanted;
  if (run === undefined) return await create(session, place);
  const { id, url } = run;
  // A restart that is told twice has begun already when the run carries its number.
  const restarts = wanted.restart === true && run.marker.sequence < sequence;
  if (state.kind !== "completed" && run.completed && !restarts) return { kind: "already-completed", id, url };
  if (state.kind === "completed" && run.completed && run.marker.hash === place.marker.hash) return { kind: "unchanged", id, url };
  if (run.marker.sequence > sequence) return { kind: "superseded", id, url };
  if (run.completed) return await create(session, place);
  if (state.kind !== "completed" && run.marker.hash === place.marker.hash) return { kind: "unchanged", id, url };
  return await proceed(session, place, run);
}

/** Every check run of ours on a commit, the newest first. */
export async function findOwnCheckRuns(
  { client, identity, clock }: GitHubSession,
  repository: RepositoryName,
  commit: string,
): Promise<readonly OwnCheckRun[]> {
  const { owner, name: repo } = repository;
  const ours = identity.appId === undefined ? {} : { app_id: identity.appId };
  const runs = await attempt("checks/list-for-ref", clock.now, () =>
    client.paginate(client.rest.checks.listForRef, { owner, repo, ref: commit, filter: "all", per_page: 100, ...ours }),
  );
  const own = runs.flatMap((run) => {
    const marker = parseCheckRunMarker(run.external_id);
    if (marker === undefined || (identity.appId !== undefined && run.app?.id !== identity.appId)) return [];
    const { id, name, status, output } = run;
    return [{ id, url: run.html_url ?? "", name, completed: status === "completed", annotations: output.annotations_count, marker }];
  });
  return own.sort((one, other) => other.id - one.id);
}

/** The newest first. */
async function findRuns(session: GitHubSession, { repository, wanted }: Place): Promise<readonly OwnCheckRun[]> {
  const runs = await findOwnCheckRuns(session, repository, wanted.head);
  return runs.filter(({ name, marker }) => name === wanted.name && marker.pullRequest === wanted.pullRequest);
}

function commonFields({ wanted, marker }: Place) {
  const details = wanted.detailsUrl === undefined ? {} : { details_url: wanted.detailsUrl };
  return { external_id: printCheckRunMarker(marker), ...details };
}

/** The fields that end the run, or let it run. */
function stateFields({ wanted: { state } }: Place) {
  if (state.kind !== "completed") return { status: state.kind === "queued" ? ("queued" as const) : ("in_progress" as const) };
  return { status: "completed" as const, conclusion: state.conclusion };
}

async function create(session: GitHubSession, place: Place): Promise<CheckRunOutcome> {
  const { owner, name: repo } = place.repository;
  const { name, head, state } = place.wanted;
  const annotations = (state.output?.annotations ?? []).map(requestAnnotation);
  // Completed only with the last of its annotations: what is completed is whole.
  const whole = annotations.length <= ANNOTATIONS_PER_REQUEST;
  const first = annotations.slice(0, ANNOTATIONS_PER_REQUEST);
  const output = state.output === undefined ? {} : { output: { ...requestOutput(state.output), annotations: first } };
  const fields = { ...commonFields(place), ...(whole ? stateFields(place) : { status: "in_progress" as const }), ...output };
  const { data } = await attempt("checks/create", session.clock.now, () =>
    session.client.rest.checks.create({ owner, repo, name, head_sha: head, ...fields, request: SENT_ONCE }),
  );
  if (!whole) await update(session, place, { id: data.id, annotations: annotations.slice(ANNOTATIONS_PER_REQUEST) });
  return { kind: "created", id: data.id, url: data.html_url ?? "" };
}

/** Brings a run that is not completed to the wanted state. */
async function proceed(session: GitHubSession, place: Place, run: OwnCheckRun): Promise<CheckRunOutcome> {
  const annotations = (place.wanted.state.output?.annotations ?? []).map(requestAnnotation);
  const present = run.annotations === 0 ? [] : await readAnnotations(session, place.repository, run.id);
  const wantedKeys = new Set(annotations.map(annotationKey));
  if (present.some((one) => !wantedKeys.has(annotationKey(one)))) {
    await cancel(session, place, run.id);
    return await create(session, place);
  }
  const presentKeys = new Set(present.map(annotationKey));
  const missing = annotations.filter((one) => !presentKeys.has(annotationKey(one)));
  await update(session, place, { id: run.id, annotations: missing });
  return { kind: "updated", id: run.id, url: run.url };
}

type RequestAnnotation = ReturnType<typeof requestAnnotation>;

async function update(
  session: GitHubSession,
  place: Place,
  { id, annotations }: { id: number; annotations: readonly RequestAnnotation[] },
) {
  const { owner, name: repo } = place.repository;
  const { output } = place.wanted.state;
  let left = annotations;
  do {
    const batch = left.slice(0, ANNOTATIONS_PER_REQUEST);
    left = left.slice(ANNOTATIONS_PER_REQUEST);
    const state = left.length === 0 ? stateFields(place) : {};
    const shown = output === undefined ? {} : { output: { ...requestOutput(output), annotations: batch } };
    await attempt("checks/update", session.clock.now, () =>
      session.client.rest.checks.update({
        owner,
        repo,
        check_run_id: id,
        ...commonFields(place),
        ...state,
        ...shown,
        // Annotations that GitHub took before the connection broke would be there twice.
        ...(batch.length === 0 ? {} : { request: SENT_ONCE }),
      }),
    );
  } while (left.length > 0);
}

/** An older run's half of the truth: ended, so that it does not stay in progress for ever. */
async function cancel({ client, clock }: GitHubSession, { repository }: Place, id: number): Promise<void> {
  const { owner, name: repo } = repository;
  const output = { title: "Superseded", summary: "A newer run took the place of this one." };
  await attempt("checks/update", clock.now, () =>
    client.rest.checks.update({ owner, repo, check_run_id: id, status: "completed", conclusion: "cancelled", output }),
  );
}

async function readAnnotations({ client, clock }: GitHubSession, { owner, name: repo }: RepositoryName, id: number) {
  return await attempt("checks/list-annotations", clock.now, () =>
    client.paginate(client.rest.checks.listAnnotations, { owner, repo, check_run_id: id, per_page: 100 }),
  );
}
