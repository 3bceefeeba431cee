/**
 * Reads blobs by their id through one long-lived `git cat-file --batch`: raw bytes, no text conversion, no filter.
 * Requests are answered in order, so one parser walks the output and fills a queue of expectations.
 */
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { AppError } from "../../app/errors.ts";
import { MAXIMUM_FILE_BYTES } from "../files/file-limit.ts";
import { type GitPlace, runGit, startFailure, startGit } from "./git-process.ts";

export interface ObjectReader {
  /** The bytes by id, in one batch. Ids of blobs beyond the size limit are left out. Throws `objects-missing`. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  close(): Promise<void>;
}

interface Expectation {
  readonly id: string;
  settle(answer: Answer): void;
  fail(error: Error): void;
}

type Answer = { readonly kind: "blob"; readonly bytes: Uint8Array } | { readonly kind: "too-large" } | { readonly kind: "missing" };

const NEWLINE = 0x0a;

/** Starts git at the first read. */
export function createObjectReader(place: GitPlace): ObjectReader {
  let session: Session | undefined;
  return {
    async read(ids) {
      if (ids.length === 0) return new Map();
      session ??= openSession(place);
      const open = session;
      const answers = await Promise.all(ids.map((id) => open.ask(id))).catch((error) => explainEnd(error, place, ids));
      const blobs = new Map<string, Uint8Array>();
      const missing: string[] = [];
      for (const [index, answer] of answers.entries()) {
        const id = ids[index] ?? "";
        if (answer.kind === "blob") blobs.set(id, answer.bytes);
        if (answer.kind === "missing") missing.push(id);
      }
      if (missing.length > 0) throw new AppError({ code: "objects-missing", repository: place.folder, objects: missing });
      return blobs;
    },
    async close() {
      await session?.close();
      session = undefined;
    },
  };
}

/** Git ends with a failure when it misses an object that a promisor remote owes, and we do not let it ask there. */
async function explainEnd(error: unknown, place: GitPlace, ids: readonly string[]): Promise<never> {
  const promisors = await runGit(place, ["config", "--get-regexp", "^(extensions\\.partialclone|remote\\..*\\.promisor)$"], [0, 1]);
  if (promisors.exitCode === 1) throw error;
  throw new AppError({ code: "objects-missing", repository: place.folder, objects: ids }, { cause: error });
}

interface Session {
  ask(id: string): Promise<Answer>;
  close(): Promise<void>;
}

function openSession(place: GitPlace): Session {
  const child = startGit(place, ["cat-file", "--batch"]);
  const waiting: Expectation[] = [];
  const ended = watchEnd(child, waiting);
  const parse = createBatchParser((answer) => waiting.shift()?.settle(answer));
  child.stdout.on("data", parse);
  return {
    ask: (id) =>
      new Promise((settle, fail) => {
        waiting.push({ id, settle, fail });
        child.stdin.write(`${id}\n`);
      }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

function watchEnd(child: ChildProcessWithoutNullStreams, waiting: Expectation[]): Promise<void> {
  const stderr: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on("error", () => child.stdin.destroy());
  const failAll = (error: Error) => {
    for (const expectation of waiting.splice(0)) expectation.fail(error);
  };
  return new Promise((resolve) => {
    child.on("error", (cause) => {
      failAll(startFailure(cause));
      resolve();
    });
    child.on("close", (exitCode) => {
      failAll(
        new AppError({ code: "git-failed", args: ["cat-file", "--batch"], exitCode, stderr: Buffer.concat(stderr).toString("utf8") }),
      );
      resolve();
    });
  });
}

/** `ID blob SIZE\n`, SIZE bytes, `\n`; or `ID missing\n`. Bytes of an answer that is too large are dropped as they come. */
function createBatchParser(answered: (answer: Answer) => void): (chunk: Buffer) => void {
  let header: Buffer[] = [];
  let body: { readonly parts: Buffer[]; readonly size: number; left: number } | undefined;

  function takeHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(NEWLINE);
    if (end < 0) {
      header.push(chunk);
      return chunk.subarray(chunk.length);
    }
    const line = Buffer.concat([...header, chunk.subarray(0, end)]).toString("latin1");
    header = [];
    const size = /^\S+ \S+ (\d+)$/.exec(line)?.[1];
    if (size === undefined) answered({ kind: "missing" });
    else body = { parts: [], size: Number(size), left: Number(size) + 1 };
    return chunk.subarray(end + 1);
  }

  function takeBody(chunk: Buffer, open: NonNullable<typeof body>): Buffer {
    const taken = chunk.subarray(0, open.left);
    open.left -= taken.length;
    if (open.size <= MAXIMUM_FILE_BYTES) open.parts.push(taken);
    if (open.left === 0) {
      body = undefined;
      answered(open.size > MAXIMUM_FILE_BYTES ? { kind: "too-large" } : { kind: "blob", bytes: joinBody(open.parts, open.size) });
    }
    return chunk.subarray(taken.length);
  }

  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) rest = body ? takeBody(rest, body) : takeHeader(rest);
  };
}

/** Without the newline that closes the answer. Copied when it would hold a whole pipe buffer alive for a few bytes. */
function joinBody(parts: readonly Buffer[], size: number): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts, size));
}
