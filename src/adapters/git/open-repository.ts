/**
 * A local git repository as a source store. It knows git's command line and nothing of Dagster; it only ever reads.
 */
import { stat } from "node:fs/promises";
import { resolve as absolutePath, dirname, join } from "node:path";
import { AppError } from "../../app/errors.ts";
import type { LoadableTree, LocalRepository } from "../../ports/source-store.ts";
import type { ObjectFormat } from "../files/blob-id.ts";
import { createLoadableTree, type LoadedFile } from "../files/loadable-tree.ts";
import { type GitPlace, type ProcessEnvironment, runGit } from "./git-process.ts";
import { parseTreeListing } from "./listing.ts";
import { createObjectReader, type ObjectReader } from "./object-reader.ts";
import { openWorkingTree } from "./working-tree.ts";

/** The repository that `path` (a folder, a file, or a git directory) lies in. Throws `file-not-found` and `not-a-repository`. */
export async function openRepository(path: string, env: ProcessEnvironment): Promise<LocalRepository> {
  const place = await locate(absolutePath(path), env);
  const objects = createObjectReader(place);
  return {
    root: place.folder,
    bare: place.bare,
    resolve: (ref) => resolveCommit(place, ref),
    mergeBase: (base, head) => findMergeBase(place, base, head),
    defaultBranch: () => findDefaultBranch(place),
    open: (commit) => openCommit(place, objects, commit),
    async openWorkingTree() {
      if (place.bare) throw new AppError({ code: "no-working-tree", repository: place.folder });
      return openWorkingTree({ place, objects, format: place.format });
    },
    close: () => objects.close(),
  };
}

interface RepositoryPlace extends GitPlace {
  readonly bare: boolean;
  readonly format: ObjectFormat;
}

async function locate(path: string, env: ProcessEnvironment): Promise<RepositoryPlace> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new AppError({ code: "file-not-found", path });
  const start = { folder: stats.isDirectory() ? path : absolutePath(path, ".."), env };
  const { exitCode, stdout, stderr } = await runGit(
    start,
    ["rev-parse", "--is-bare-repository", "--is-inside-git-dir", "--show-object-format", "--absolute-git-dir"],
    [0, 128],
  );
  if (exitCode !== 0) throw await explainRefusal(start.folder, path, stderr);
  const [bare, insideGitDirectory, format, gitDirectory = path] = stdout.toString("utf8").split("\n");
  const common = { env, format: format === "sha256" ? "sha256" : "sha1" } as const;
  if (bare === "true" || insideGitDirectory === "true") return { ...common, folder: gitDirectory, bare: true };
  const top = await runGit(start, ["rev-parse", "--show-toplevel"]);
  return { ...common, folder: top.stdout.toString("utf8").replace(/\r?\n$/, ""), bare: false };
}

/** Git also refuses repositories that are there: one that belongs to somebody else, one of a newer format. Then its own words help. */
async function explainRefusal(folder: string, path: string, stderr: string): Promise<AppError> {
  if (await stat(join(folder, ".git")).catch(() => undefined)) {
    return new AppError({ code: "git-failed", args: ["rev-parse"], exitCode: 128, stderr });
  }
  const parent = dirname(folder);
  return parent === folder ? new AppError({ code: "not-a-repository", path }) : explainRefusal(parent, path, stderr);
}

async function resolveCommit(place: GitPlace, ref: string): Promise<string> {
  const commit = isPlausibleRef(ref) ? await verifyCommit(place, ref) : undefined;
  if (commit === undefined) throw new AppError({ code: "unknown-ref", ref, repository: place.folder });
  return commit;
}

/** What git would take for an option, a path in a commit or a range is no ref; neither is anything with a control character. */
function isPlausibleRef(ref: string): boolean {
  return ref !== "" && !ref.startsWith("-") && !ref.includes(":") && !ref.includes("..") && !/[\p{Cc}\s]/u.test(ref);
}

async function verifyCommit(place: GitPlace, ref: string): Promise<string | undefined> {
  const { exitCode, stdout } = await runGit(
    place,
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`],
    [0, 1, 128],
  );
  return exitCode === 0 ? stdout.toString("latin1").trim() : undefined;
}

async function findMergeBase(place: GitPlace, base: string, head: string): Promise<string> {
  const { exitCode, stdout } = await runGit(place, ["merge-base", "--end-of-options", base, head], [0, 1]);
  if (exitCode === 0) return stdout.toString("latin1").trim();
  const { stdout: shallow } = await runGit(place, ["rev-parse", "--is-shallow-repository"]);
  throw new AppError({ code: "no-merge-base", base, head, shallow: shallow.toString("latin1").trim() === "true" });
}

/** The first of the remote's own word, the user's setting and the two usual names that exists here; the remote's state before the local one. */
async function findDefaultBranch(place: GitPlace): Promise<string | undefined> {
  const remote = await runGit(place, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"], [0, 1, 128]);
  const configured = await runGit(place, ["config", "--get", "init.defaultBranch"], [0, 1]);
  const names = [configured, undefined].map((result) => result?.stdout.toString("utf8").trim() ?? "");
  const candidates = [
    remote.stdout.toString("utf8").trim(),
    ...[...names, "main", "master"].flatMap((name) => (name ? [`origin/${name}`, name] : [])),
  ];
  for (const candidate of candidates) {
    if (isPlausibleRef(candidate) && (await verifyCommit(place, candidate)) !== undefined) return candidate;
  }
  return undefined;
}

async function openCommit(place: GitPlace, objects: ObjectReader, commit: string): Promise<LoadableTree> {
  const { stdout } = await runGit(place, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  const ids = new Map(parseTreeListing(stdout).map(({ path, id }) => [path, id]));
  return createLoadableTree({
    ids,
    async fetch(paths) {
      const blobs = await objects.read(paths.flatMap((path) => ids.get(path) ?? []));
      const files = new Map<string, LoadedFile>();
      for (const path of paths) {
        const bytes = blobs.get(ids.get(path) ?? "");
        if (bytes) files.set(path, { bytes });
      }
      return files;
    },
  });
}
