/**
 * From what stands on the command line to a tree to read: the repository around PATH (nearest `.git`, or what an unpacked one has at its
 * root), else the folder itself. PATH chooses code locations; it does not bound what imports may reach.
 */
import { realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { openFolder } from "../../../adapters/files/open-folder.ts";
import { projectReach } from "../../../adapters/files/project-reach.ts";
import { openRepository } from "../../../adapters/git/open-repository.ts";
import { AppError, isAppError } from "../../../app/errors.ts";
import type { EntryPoint } from "../../../dagster/analysis.ts";
import type { LoadableTree } from "../../../ports/source-store.ts";
import { type CliIo, UsageError } from "../io.ts";
import type { EntryOptions } from "../options.ts";
import { entryPoints } from "./entry-points.ts";
import { isInside, relativePath } from "./paths.ts";

export interface OpenedProject {
  readonly tree: LoadableTree;
  /** Absolute. */
  readonly root: string;
  /** Where code locations are looked for, relative to `root`. */
  readonly folder: string;
  readonly entries: readonly EntryPoint[] | undefined;
  close(): Promise<void>;
}

/** Throws `file-not-found`, `outside-repository` and `UsageError`. */
export async function openProject(path: string, options: EntryOptions, io: CliIo): Promise<OpenedProject> {
  const cwd = await realpath(io.cwd);
  const target = await locateTarget(resolve(cwd, path));
  const { tree, root, close } = await openAround(target, cwd, io);
  const place = {
    root,
    // Flags name files as if the command were started in the folder that is read, as Dagster's is.
    cwd: target.isFile ? cwd : target.folder,
    workingDirectory: defaultWorkingDirectory(target, root, cwd),
    ...(target.isFile ? { file: target.path } : {}),
  };
  return { tree, root, close, folder: relativePath(root, target.folder), entries: entryPoints(options, place) };
}

interface Target {
  /** Absolute, without symlinks. */
  readonly path: string;
  readonly folder: string;
  readonly isFile: boolean;
}

async function locateTarget(path: string): Promise<Target> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined) throw new AppError({ code: "file-not-found", path });
  if ((await stat(real)).isDirectory()) return { path: real, folder: real, isFile: false };
  if (!real.endsWith(".py")) throw new UsageError(`${path} is neither a folder nor a Python file.`);
  return { path: real, folder: dirname(real), isFile: true };
}

/** Dagster imports from where it is started; a file elsewhere is taken to be at home in its own folder. */
function defaultWorkingDirectory(target: Target, root: string, cwd: string): string {
  if (!target.isFile) return target.folder;
  return isInside(cwd, target.path) && isInside(root, cwd) ? cwd : target.folder;
}

type Opened = Pick<OpenedProject, "tree" | "root" | "close">;

async function openAround(target: Target, cwd: string, io: CliIo): Promise<Opened> {
  const repository = await nearestRepository(target.folder);
  if (repository === undefined) return openPlain(target.isFile && isInside(cwd, target.path) ? cwd : target.folder);
  const opened = await openGit(repository, io);
  const path = relativePath(opened.root, target.path);
  const known = target.isFile ? opened.tree.has(path) : opened.tree.hasFolder(path);
  if (known) return opened;
  // Ignored by git, and yet somebody asks for it.
  await opened.close();
  return openPlain(target.folder);
}

async function openGit(folder: string, io: CliIo): Promise<Opened> {
  try {
    const repository = await openRepository(folder, io.env);
    return { tree: await repository.openWorkingTree(), root: repository.root, close: () => repository.close() };
  } catch (error) {
    if (isAppError(error) && error.failure.code === "git-not-installed") return openPlain(folder);
    throw error;
  }
}

/** Without git: all of an unpacked repository, else the folder and what it names. */
async function openPlain(folder: string): Promise<Opened> {
  const unpacked = await outermostWith(UNPACKED_MARKS, folder);
  const whole = unpacked === undefined ? undefined : await openUnpacked(unpacked);
  if (whole) return whole;
  const { root, folders } = projectReach(folder);
  return { tree: await openFolder(root, folders), root, close: async () => undefined };
}

/** `undefined`: too large to be a repository; somebody keeps a `.gitignore` above all that they have. */
async function openUnpacked(root: string): Promise<Opened | undefined> {
  try {
    return { tree: await openFolder(root), root, close: async () => undefined };
  } catch (error) {
    if (isAppError(error) && error.failure.code === "too-many-files") return undefined;
    throw error;
  }
}

/** A file of that name marks a worktree or a submodule. */
const REPOSITORY_MARK = ".git";

/** What git and code hosts look for at the root of a repository, and an archive of it keeps. */
const UNPACKED_MARKS = [".gitignore", ".github", ".gitlab-ci.yml", ".circleci", "azure-pipelines.yml", "bitbucket-pipelines.yml"];

/** The nearest folder upward with a `.git` in it. */
async function nearestRepository(folder: string): Promise<string | undefined> {
  return (await marked(folder, [REPOSITORY_MARK])).at(0);
}

/** Below the home folder, which may hold such files for reasons of its own. */
async function outermostWith(marks: readonly string[], folder: string): Promise<string | undefined> {
  const home = homedir();
  return (await marked(folder, marks)).filter((each) => each !== home && !isInside(each, home)).at(-1);
}

/** The folders from `folder` upward that hold one of `marks`. */
async function marked(folder: string, marks: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(marks.map((mark) => stat(join(folder, mark)).catch(() => undefined)));
  const here = found.some((mark) => mark !== undefined) ? [folder] : [];
  const parent = dirname(folder);
  return parent === folder ? here : [...here, ...(await marked(parent, marks))];
}
