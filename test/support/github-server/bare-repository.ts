/**
 * A repository's git half: a real bare repository, driven by real git. Knows nothing of pull requests or HTTP.
 * No configuration of the machine is read, and commits carry fixed people and dates, so that equal stories give equal commit ids.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type FileDiff, readDiff } from "./file-diff.ts";

const run = promisify(execFile);

/** Text or bytes; `null` removes the path. */
type FileSpec =
  | string
  | Uint8Array
  | null
  | { readonly symlink: string }
  | { readonly submodule: string }
  | { readonly executable: string };
export type Files = Readonly<Record<string, FileSpec>>;

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  /** Bytes; of blobs only. */
  readonly size?: number;
}

interface GitPerson {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface CommitObject {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: GitPerson;
  readonly committer: GitPerson;
  readonly message: string;
}

export interface NewCommit {
  readonly branch: string;
  readonly parent: string | null;
  readonly files: Files;
  readonly message: string;
}

const ENVIRONMENT = { PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", LC_ALL: "C" };
// Nothing has to survive a power cut, and an import need not be unpacked by a second process.
const CONFIGURATION =
  "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n\tfsync = none\n[fastimport]\n\tunpackLimit = 1\n";
const FIRST_COMMIT_TIME = 1_767_225_600;

export class BareRepository {
  readonly folder: string;
  #commits = 0;
  /** What a commit or tree id says is said for ever. */
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  static async create(folder: string): Promise<BareRepository> {
    // What `git init --bare` makes, without a process: nearly every test makes one.
    await Promise.all(["objects", "refs/heads", "refs/tags"].map((name) => mkdir(join(folder, name), { recursive: true })));
    await writeFile(join(folder, "HEAD"), "ref: refs/heads/main\n");
    await writeFile(join(folder, "config"), CONFIGURATION);
    return new BareRepository(folder);
  }

  /** A full copy, as a fork starts. */
  async cloneTo(folder: string): Promise<BareRepository> {
    await run("git", ["clone", "--quiet", "--bare", this.folder, folder], { env: ENVIRONMENT });
    return new BareRepository(folder);
  }

  #remember<T>(ids: readonly string[], question: string, answer: () => Promise<T>): Promise<T> {
    if (!ids.every((id) => /^[0-9a-f]{40}$/.test(id))) return answer();
    const key = `${question} ${ids.join(" ")}`;
    const known = (this.#known.get(key) as Promise<T> | undefined) ?? answer();
    this.#known.set(key, known);
    // What is not here may still be fetched.
    known.catch(() => this.#known.delete(key));
    return known;
  }

  async git(...args: readonly string[]): Promise<string> {
    return (await this.gitBytes(args)).toString("utf8");
  }

  async gitBytes(args: readonly string[], input?: string | Uint8Array): Promise<Buffer> {
    const child = spawn("git", args, { cwd: this.folder, env: ENVIRONMENT });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(input ?? "");
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(`git ${args.join(" ")}: ${Buffer.concat(errors).toString("utf8")}`);
    return Buffer.concat(out);
  }

  /** A commit on a branch, which need not exist yet; paths that `files` does not name stay as the parent has them. */
  async commit({ branch, parent, files, message }: NewCommit): Promise<string> {
    const time = FIRST_COMMIT_TIME + 60 * this.#commits++;
    const parts: (string | Uint8Array)[] = [];
    const write = (content: string | Uint8Array) => {
      const bytes = Buffer.from(content);
      parts.push(`data ${bytes.length}\n`, bytes, "\n");
    };
    parts.push(`commit refs/heads/${branch}\n`, `committer Ada Lovelace <ada@example.com> ${time} +0000\n`);
    write(message);
    if (parent !== null) parts.push(`from ${parent}\n`);
    for (const [path, spec] of Object.entries(files)) {
      const quoted = JSON.stringify(path);
      if (spec === null) parts.push(`D ${quoted}\n`);
      else if (typeof spec === "string" || spec instanceof Uint8Array) {
        parts.push(`M 100644 inline ${quoted}\n`);
        write(spec);
      } else if ("submodule" in spec) parts.push(`M 160000 ${spec.submodule} ${quoted}\n`);
      else {
        parts.push(`M ${"symlink" in spec ? "120000" : "100755"} inline ${quoted}\n`);
        write("symlink" in spec ? spec.symlink : spec.executable);
      }
    }
    await this.gitBytes(["fast-import", "--quiet", "--force"], Buffer.concat(parts.map((part) => Buffer.from(part))));
    return await this.mustResolve(`refs/heads/${branch}`);
  }

  async mustResolve(ref: string): Promise<string> {
    const commit = await this.resolve(ref);
    if (commit === undefined) throw new Error(`no ref ${ref} in ${this.folder}`);
    return commit;
  }

  /** The commit of a branch, a tag, a full ref or an id. */
  async resolve(ref: string): Promise<string | undefined> {
    if (ref === "" || ref.startsWith("-")) return undefined;
    const full = ref.startsWith("refs/");
    const loose = await this.#looseRef(full ? ref : `refs/heads/${ref}`);
    // Nearly every question is for a branch, and nearly every branch is a file: no process is started for it.
    if (loose !== undefined || (ref.startsWith("refs/heads/") && !(await this.#hasPackedRefs()))) return loose;
    const ask = () => this.git("rev-parse", "--quiet", "--verify", "--end-of-options", `${ref}^{commit}`);
    return await this.#remember([ref], "commit of", ask).then(
      (answer) => answer.trim(),
      () => undefined,
    );
  }

  /** A tag's file may name an object that is no commit: those are git's to answer. */
  async #looseRef(ref: string): Promise<string | undefined> {
    if (!/^refs\/(heads|pull)\/./.test(ref) || ref.includes("..")) return undefined;
    const content = await readFile(join(this.folder, ref), "utf8").catch(() => "");
    return /^[0-9a-f]{40}$/m.exec(content)?.[0];
  }

  async #hasPackedRefs(): Promise<boolean> {
    return await access(join(this.folder, "packed-refs")).then(
      () => true,
      () => false,
    );
  }

  /** Kind of any object, or `undefined` when there is none. */
  async typeOf(sha: string): Promise<string | undefined> {
    const [answer = ""] = (await this.gitBytes(["cat-file", "--batch-check=%(objecttype)"], `${sha}\n`)).toString("utf8").split("\n");
    return answer.endsWith("missing") ? undefined : answer;
  }

  async tree(treeish: string, recursive: boolean): Promise<readonly TreeEntry[]> {
    return await this.#remember([treeish], recursive ? "whole tree" : "tree", () => this.#tree(treeish, recursive));
  }

  async #tree(treeish: string, recursive: boolean): Promise<readonly TreeEntry[]> {
    const flags = recursive ? ["-r", "-t"] : [];
    const listing = await this.git("ls-tree", "-l", "-z", ...flags, treeish);
    return listing
      .split("\0")
      .filter((line) => line !== "")
      .map((line) => {
        const [description = "", path = ""] = line.split("\t");
        const [mode = "", type, sha = "", size = "-"] = description.split(/ +/);
        return { path, mode, type: type as TreeEntry["type"], sha, ...(size === "-" ? {} : { size: Number(size) }) };
      });
  }

  /** Bytes of many objects in one call; an object that is not there is left out. */
  async objects(
    names: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly sha: string; readonly type: string; readonly bytes: Buffer }>> {
    const output = await this.gitBytes(["cat-file", "--batch"], names.map((name) => `${name}\n`).join(""));
    const found = new Map<string, { sha: string; type: string; bytes: Buffer }>();
    let at = 0;
    for (const name of names) {
      const end = output.indexOf(10, at);
      const [sha = "", type = "", size = "0"] = output.toString("utf8", at, end).split(" ");
      at = end + 1;
      if (!/^[0-9a-f]{40}$/.test(sha) || type === "missing") continue;
      found.set(name, { sha, type, bytes: output.subarray(at, at + Number(size)) });
      at += Number(size) + 1;
    }
    return found;
  }

  #asked: { names: Set<string>; answer: ReturnType<BareRepository["objects"]> } | undefined;

  /** One object; those that are asked for at the same time share one call. */
  async object(name: string) {
    if (this.#asked === undefined) {
      const names = new Set<string>();
      const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        this.#asked = undefined;
        return this.objects([...names]);
      });
      this.#asked = { names, answer };
    }
    this.#asked.names.add(name);
    return (await this.#asked.answer).get(name);
  }

  async commitObject(sha: string): Promise<CommitObject> {
    return await this.#remember([sha], "commit", () => this.#commitObject(sha));
  }

  async #commitObject(sha: string): Promise<CommitObject> {
    const format = ["%H", "%T", "%P", "%an", "%ae", "%aI", "%cn", "%ce", "%cI", "%B"].join("%x00");
    const [id = "", tree = "", parents = "", an = "", ae = "", ad = "", cn = "", ce = "", cd = "", message = ""] = (
      await this.git("show", "-s", `--format=${format}`, sha)
    ).split("\0");
    return {
      sha: id,
      tree,
      parents: parents === "" ? [] : parents.split(" "),
      author: { name: an, email: ae, date: utc(ad) },
      committer: { name: cn, email: ce, date: utc(cd) },
      message: message.trimEnd(),
    };
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    const ask = () => this.git("merge-base", one, other).then((answer) => answer.trim());
    return await this.#remember([one, other], "merge-base", ask).catch(() => undefined);
  }

  /** Commits of `head` that `base` does not have, oldest first. */
  async commitsBetween(base: string, head: string): Promise<readonly string[]> {
    return (await this.git("rev-list", "--reverse", `${base}..${head}`)).split("\n").filter((line) => line !== "");
  }

  async diff(base: string, head: string): Promise<readonly FileDiff[]> {
    return await this.#remember([base, head], "diff", () => this.#diff(base, head));
  }

  async #diff(base: string, head: string): Promise<readonly FileDiff[]> {
    const [listing, patches] = await Promise.all([
      this.git("diff-tree", "-r", "-M", "--raw", "--numstat", "--no-abbrev", "-z", base, head),
      this.git("diff-tree", "-r", "-M", "-p", "--no-color", "--full-index", base, head),
    ]);
    return readDiff(listing, patches);
  }

  async setRef(ref: string, commit: string): Promise<void> {
    const file = join(this.folder, ref);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${commit}\n`);
  }

  async deleteRef(ref: string): Promise<void> {
    await this.git("update-ref", "-d", ref);
  }

  async refs(prefix: string): Promise<readonly { readonly ref: string; readonly sha: string; readonly type: string }[]> {
    const listing = await this.git("for-each-ref", "--format=%(refname) %(objectname) %(objecttype)");
    return listing
      .split("\n")
      .filter((line) => line.startsWith(prefix) && line !== "")
      .map((line) => {
        const [ref = "", sha = "", type = ""] = line.split(" ");
        return { ref, sha, type };
      });
  }

  /** Brings a commit of another repository here under a ref, as GitHub does for `refs/pull/N/head`. */
  async take(from: BareRepository, commit: string, ref: string): Promise<void> {
    if (from === this) return await this.setRef(ref, commit);
    await this.git("fetch", "--quiet", "--no-tags", from.folder, `+${commit}:${ref}`);
  }

  async archive(commit: string, prefix: string): Promise<Buffer> {
    return await this.gitBytes(["archive", "--format=tar.gz", `--prefix=${prefix}/`, commit]);
  }
}

function utc(date: string): string {
  return new Date(date).toISOString().replace(".000Z", "Z");
}
