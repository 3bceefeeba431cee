/**
 * Starts the `git` command, and is the only place that does. A repository may be hostile (a fork, an unpacked archive), so git
 * gets no way to run anything: no shell, no hooks, no file system monitor, no transport, no prompt, no lock.
 */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { AppError } from "../../app/errors.ts";

export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

/** Where git runs: `folder` is the working directory, never an argument, so that it may begin with a dash. */
export interface GitPlace {
  readonly folder: string;
  readonly env: ProcessEnvironment;
  /** Settings beside the fixed ones, by name: `filter.lfs.clean` to `""`. Names may hold anything, so they go by the environment. */
  readonly settings?: ReadonlyMap<string, string>;
}

export interface GitResult {
  readonly exitCode: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A promisor remote would be asked for missing objects over any of these; `protocol.allow` alone can be overridden by the repository. */
const TRANSPORTS = ["ext", "file", "git", "http", "https", "ssh"];

const SETTINGS = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "protocol.allow=never",
  ...TRANSPORTS.map((transport) => `protocol.${transport}.allow=never`),
];

/** What git sets for its hooks: inside of one, these would send us to another repository or index. */
const REPOSITORY_VARIABLES = new Set([
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_NAMESPACE",
  "GIT_PREFIX",
  "GIT_GRAFT_FILE",
  "GIT_SHALLOW_FILE",
  "GIT_REPLACE_REF_BASE",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
]);

/** Runs git to its end. Throws `git-failed` on any other exit code than those of `accepted`. */
export async function runGit(place: GitPlace, args: readonly string[], accepted: readonly number[] = [0]): Promise<GitResult> {
  const result = await collect(startGit(place, args));
  if (result.exitCode !== null && accepted.includes(result.exitCode)) return result;
  throw new AppError({ code: "git-failed", args, exitCode: result.exitCode, stderr: result.stderr });
}

/** Starts git with pipes on all three streams. */
export function startGit(place: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
  return spawn("git", ["--no-pager", "--literal-pathspecs", ...settings, ...args], {
    cwd: place.folder,
    env: gitEnvironment(place),
    stdio: "pipe",
    windowsHide: true,
  });
}

function gitEnvironment({ env, settings }: GitPlace): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !REPOSITORY_VARIABLES.has(name) && !name.startsWith("GIT_TRACE"));
  return {
    ...Object.fromEntries(kept),
    ...settingVariables(env, settings ?? new Map()),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ASKPASS: "",
    SSH_ASKPASS: "",
  };
}

/** Appends to what the caller's environment already configures (`safe.directory` in a container). Source: git-config(1), GIT_CONFIG_COUNT. */
function settingVariables(env: ProcessEnvironment, settings: ReadonlyMap<string, string>): Record<string, string> {
  const { GIT_CONFIG_COUNT } = env;
  let count = Number(GIT_CONFIG_COUNT ?? 0) || 0;
  const variables: Record<string, string> = {};
  for (const [name, value] of settings) {
    variables[`GIT_CONFIG_KEY_${count}`] = name;
    variables[`GIT_CONFIG_VALUE_${count}`] = value;
    count += 1;
  }
  return count === 0 ? {} : { ...variables, GIT_CONFIG_COUNT: String(count) };
}

function collect(child: ChildProcessWithoutNullStreams): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (cause) => reject(startFailure(cause)));
    child.on("close", (exitCode) => resolve({ exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8") }));
    child.stdin.on("error", () => child.stdin.destroy());
    child.stdin.end();
  });
}

/** `spawn` fails the same way for a missing command and for a missing working directory; the caller has checked the latter. */
export function startFailure(cause: Error): AppError {
  return new AppError({ code: "git-not-installed" }, { cause });
}
