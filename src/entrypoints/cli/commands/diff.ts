/** `dagsight diff`: what changed between two refs, or between two folders that need no git. */
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { openFolder } from "../../../adapters/files/open-folder.ts";
import { openRepository } from "../../../adapters/git/open-repository.ts";
import { analysisOptions } from "../../../app/analysis/analysis-options.ts";
import { type Revision, reviewChange } from "../../../app/review/review-change.ts";
import { renderDiffText } from "../../../render/terminal/review-text.ts";
import { entryPoints } from "../input/entry-points.ts";
import { readConfiguration } from "../input/read-configuration.ts";
import type { CliIo, ExitCode } from "../io.ts";
import type { DiffFormat, EntryOptions, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { renderReview } from "../output/render-review.ts";
import { textOptions } from "../output/text-options.ts";
import { withSession } from "../session.ts";

export interface DiffOptions extends EntryOptions, SharedOptions<DiffFormat> {
  readonly repo: string;
}

/** As they were written: two refs or two folders. */
export interface DiffNames {
  readonly base: string;
  readonly head: string;
}

interface Sides {
  readonly name: string;
  /** Absolute: what named entries are relative to. */
  readonly root: string;
  readonly base: Revision;
  readonly head: Revision;
  close(): Promise<void>;
}

export function runDiff(names: DiffNames, options: DiffOptions, io: CliIo): Promise<ExitCode> {
  return withSession<Sides, ExitCode>(options, io, {
    open: () => openSides(names, options, io),
    async work({ name, root, base, head }, { engine, progress }) {
      progress.step(`comparing ${base.ref} with ${head.ref}`);
      const { configuration, origin } = await readConfiguration(base.tree, options, progress);
      const entries = entryPoints(options, { root, cwd: root, workingDirectory: root });
      const { report, textOf } = await reviewChange(
        {
          repository: { name, url: null, pullRequest: null },
          base,
          head,
          options: analysisOptions({ folder: "", entries }, configuration),
          rules: undefined,
          configurationOrigin: origin,
        },
        engine,
      );
      const text = textOptions(options, io, textOf);
      await writeDocument(
        options.format === "text"
          ? renderDiffText(report, text)
          : await renderReview(report, options.format, { ...text, maxNodes: configuration.comment.maxNodes }),
        options.output,
        io,
      );
      return 0;
    },
  });
}

async function openSides(names: DiffNames, options: DiffOptions, io: CliIo): Promise<Sides> {
  const folders = [resolve(io.cwd, names.base), resolve(io.cwd, names.head)] as const;
  const areFolders = (await isFolder(folders[0])) && (await isFolder(folders[1]));
  return areFolders ? openFolders(folders) : openRefs(names, resolve(io.cwd, options.repo), io);
}

async function openFolders([base, head]: readonly [string, string]): Promise<Sides> {
  return {
    name: basename(head),
    root: head,
    base: { tree: await openFolder(base), ref: basename(base), commit: null },
    head: { tree: await openFolder(head), ref: basename(head), commit: null },
    close: async () => undefined,
  };
}

async function openRefs(names: DiffNames, path: string, io: CliIo): Promise<Sides> {
  const repository = await openRepository(path, io.env);
  const open = async (ref: string): Promise<Revision> => {
    const commit = await repository.resolve(ref);
    return { tree: await repository.open(commit), ref, commit };
  };
  try {
    const [base, head] = [await open(names.base), await open(names.head)];
    return { name: basename(repository.root), root: repository.root, base, head, close: () => repository.close() };
  } catch (error) {
    await repository.close();
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
