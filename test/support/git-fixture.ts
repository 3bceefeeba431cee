/** A real git repository in a temporary folder, made commit by commit by a test. Identity and dates are fixed, so commit ids are too. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface GitFixture {
  readonly path: string;
  write(path: string, content: string | Uint8Array): void;
  link(path: string, target: string): void;
  remove(path: string): void;
  git(...args: string[]): string;
  /** Commits everything and returns the commit id. */
  commit(message: string): string;
  [Symbol.dispose](): void;
}

const { PATH } = process.env;

/** What git needs from outside: nothing of the machine's own configuration. */
export const GIT_ENVIRONMENT = {
  PATH,
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

const IDENTITY = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.com",
  GIT_AUTHOR_DATE: "2024-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.com",
  GIT_COMMITTER_DATE: "2024-01-01T00:00:00Z",
};

export function createTemporaryFolder(name = "dagsight-"): string {
  return mkdtempSync(join(tmpdir(), name));
}

export function createGitFixture(files: Readonly<Record<string, string>> = {}, folder = createTemporaryFolder()): GitFixture {
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: folder,
      env: { ...GIT_ENVIRONMENT, ...IDENTITY },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  git("init", "-q", "-b", "main");
  const fixture: GitFixture = {
    path: folder,
    git,
    write,
    link: (path, target) => symlinkSync(target, join(folder, path)),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    commit(message) {
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", message);
      return git("rev-parse", "HEAD").trim();
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  if (Object.keys(files).length > 0) fixture.commit("Start");
  return fixture;
}
