/**
 * The hidden words by which we find again what we wrote: the first line of a sticky comment and of a suggestion, and a check run's
 * external id. Text only; whether we wrote it is another question (`session.ts`), and both must be answered with yes.
 */
import { createHash } from "node:crypto";

/** `<!-- dagsight:v1 topic=review head=1a2b… seq=1767225600000 hash=0a1b2c3d4e5f6071 weight=2 -->` */
export interface CommentMarker {
  readonly topic: string;
  readonly head: string;
  readonly sequence: number;
  readonly hash: string;
  /** How bad the news were. */
  readonly weight: number;
}

const COMMENT = /^<!-- dagsight:v1 topic=([a-z0-9-]+) head=([0-9a-f]+) seq=(\d+) hash=([0-9a-f]+)(?: weight=(\d+))? -->/;
const SUGGESTION = /^<!-- dagsight:v1 suggestion=([a-z0-9-]+) -->/;
const CHECK_RUN = /^dagsight:v1 pr=(\d+|none) seq=(\d+) hash=([0-9a-f]+)$/;

/** The first 64 bits of a hash of the parts: enough to tell two texts of one comment apart. */
export function contentHash(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

export function printCommentMarker({ topic, head, sequence, hash, weight }: CommentMarker): string {
  return `<!-- dagsight:v1 topic=${topic} head=${head} seq=${sequence} hash=${hash} weight=${weight} -->`;
}

export function parseCommentMarker(body: string | undefined): CommentMarker | undefined {
  const [, topic, head, sequence, hash, weight] = COMMENT.exec(body ?? "") ?? [];
  if (topic === undefined || head === undefined || sequence === undefined || hash === undefined) return undefined;
  return { topic, head, sequence: Number(sequence), hash, weight: Number(weight ?? 0) };
}

export function printSuggestionMarker(fingerprint: string): string {
  return `<!-- dagsight:v1 suggestion=${fingerprint} -->`;
}

/** The fingerprint. */
export function parseSuggestionMarker(body: string): string | undefined {
  return SUGGESTION.exec(body)?.[1];
}

export interface CheckRunMarker {
  readonly pullRequest: number | null;
  readonly sequence: number;
  /** Of everything that is shown, annotations included. */
  readonly hash: string;
}

export function printCheckRunMarker({ pullRequest, sequence, hash }: CheckRunMarker): string {
  return `dagsight:v1 pr=${pullRequest ?? "none"} seq=${sequence} hash=${hash}`;
}

export function parseCheckRunMarker(externalId: string | null): CheckRunMarker | undefined {
  const [, pullRequest, sequence, hash] = CHECK_RUN.exec(externalId ?? "") ?? [];
  if (pullRequest === undefined || sequence === undefined || hash === undefined) return undefined;
  return { pullRequest: pullRequest === "none" ? null : Number(pullRequest), sequence: Number(sequence), hash };
}
