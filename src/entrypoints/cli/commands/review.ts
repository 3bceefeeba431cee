/** `dagsight review`: the review of a change in a local repository, the same one that the App would post. */
import { realpath } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { openRepository } from "../../../adapters/git/open-repository.ts";
import { analysisOptions } from "../../../app/analysis/analysis-options.ts";
import { AppError } from "../../../app/errors.ts";
import { type ReviewedChange, type Revision, reviewChange } from "../../../app/review/review-change.ts";
import type { LocalRepository } from "../../../ports/source-store.ts";
import type { Configuration } from "../../../types/configuration.ts";
import { entryPoints } from "../input/entry-points.ts";
import { isInside } from "../input/paths.ts";
import { readConfiguration } from "../input/read-configuration.ts";
import type { CliIo, ExitCode } from "../io.ts";
import type { EntryOptions, ReviewFormat, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { findingsExit } from "../output/findings-exit.ts";
import { renderReview } from "../output/render-review.ts";
import { textOptions } from "../output/text-options.ts";
import { type Session, withSession } from "../session.ts";

export interface ReviewOptions extends EntryOptions, SharedOptions<ReviewFormat> {
  readonly repo: string;
  readonly base?: string;
  readonly head?: string;
}

export function runReview(options: ReviewOptions, io: CliIo): Promise<ExitCode> {
  return withSession(options, io, {
    open: () => openRepository(resolve(io.cwd, options.repo), io.env),
    async work(repository, session) {
      const { report, textOf, configuration } = await review(repository, options, io, session);
      if (report.verdict === "nothing-of-dagster") session.progress.note("No Dagster code location found on either side.");
      const { maxNodes } = configuration.comment;
      const document = await renderReview(report, options.format, { ...textOptions(options, io, textOf), maxNodes });
      await writeDocument(document, options.output, io);
      return findingsExit(report.findings.new);
    },
  });
}

async function review(
  repository: LocalRepository,
  options: ReviewOptions,
  io: CliIo,
  { engine, progress }: Session,
): Promise<ReviewedChange & { readonly configuration: Configuration }> {
  const head = await openHead(repository, options.head);
  const base = await openBase(repository, options.base, head.commit);
  progress.step(`comparing ${base.ref} with ${head.ref}`);
  const { configuration, origin } = await readConfiguration(base.tree, options, progress);
  const reviewed = await reviewChange(
    {
      repository: { name: basename(repository.root), url: null, pullRequest: null },
      base,
      head,
      options: analysisOptions({ folder: "", entries: await namedEntries(options, repository, io) }, configuration),
      rules: configuration,
      configurationOrigin: origin,
    },
    engine,
  );
  return { ...reviewed, configuration };
}

async function openHead(repository: LocalRepository, ref: string | undefined): Promise<Revision> {
  if (ref === undefined) return { tree: await repository.openWorkingTree(), ref: "working tree", commit: null };
  const commit = await repository.resolve(ref);
  return { tree: await repository.open(commit), ref, commit };
}

/** What the change is compared with: where it left the base, so that what the base gained since is not taken for its doing. */
async function openBase(repository: LocalRepository, named: string | undefined, head: string | null): Promise<Revision> {
  const ref = named ?? (await repository.defaultBranch());
  if (ref === undefined) throw new AppError({ code: "no-default-branch", repository: repository.root });
  const tip = await repository.resolve(ref);
  const commit = await repository.mergeBase(tip, head ?? (await repository.resolve("HEAD")));
  return { tree: await repository.open(commit), ref, commit };
}

async function namedEntries(options: ReviewOptions, { root }: LocalRepository, io: CliIo): Promise<ReturnType<typeof entryPoints>> {
  const cwd = await realpath(io.cwd);
  return entryPoints(options, { root, cwd, workingDirectory: isInside(root, cwd) ? cwd : root });
}
