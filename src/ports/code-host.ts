/**
 * The code host (GitHub) as the use cases see it: nouns of our own, and effects that are all `ensure…`.
 * Knows no library's type, no HTTP, no token. A `CodeHost` speaks for one installation: whatever it writes is written as one
 * identity, and it touches only what that identity wrote before.
 *
 * Law of every `ensure…`: the same argument twice leaves the same state once; an older run (smaller `sequence`) never replaces what a
 * newer one wrote; after a crash at any point, calling again repairs.
 *
 * Errors, of every method (`src/app/errors.ts`): `code-host-unavailable`, `code-host-rate-limited` (both worth another try),
 * `code-host-unauthorized`, `code-host-forbidden`, `code-host-not-found`, `code-host-rejected` (not worth one).
 */
import type { SourceStore } from "./source-store.ts";

export interface CodeHost {
  /** The pull request as it is now; a webhook's payload is only a hint. A renamed or transferred repository is followed. */
  readPullRequest(pullRequest: PullRequestReference): Promise<PullRequest>;

  /** Paths that the pull request touches, as the host lists them: a hint for what to load first, and at most 3,000. */
  listChangedFiles(pullRequest: PullRequestReference): Promise<ChangedFiles>;

  /**
   * The pull requests that a commit was reviewed for, smallest number first: from the check runs that we wrote on it, else from what the
   * host knows. Needed because a re-run of a fork's check names none.
   */
  findPullRequests(repository: RepositoryName, commit: string): Promise<readonly number[]>;

  /**
   * The repository's commits. Commits of a fork that has a pull request here are read through the repository itself, so that a private
   * or deleted fork does not matter.
   */
  openSource(repository: RepositoryName): SourceStore;

  /** One file at a ref (`null`: the default branch) without opening the whole tree. `"absent"` also for a repository that is not there. */
  readFile(repository: RepositoryName, ref: string | null, path: string): Promise<Uint8Array | "absent">;

  /** What a person may do here, by the host's own answer and not by a payload's association. `"none"` for a stranger or a bot. */
  readPermission(repository: RepositoryName, login: string): Promise<Permission>;

  /**
   * One comment of ours per pull request and topic that speaks of it as it is. A comment that somebody else wrote is never touched,
   * whatever it looks like. The same body is not written again; of duplicates (a race of two workers) one stays, with the newest text.
   */
  ensureComment(pullRequest: PullRequestReference, comment: StickyComment): Promise<CommentOutcome>;

  /** One check run of ours per commit, name and pull request; a completed one is started again only by `restart`. */
  ensureCheckRun(repository: RepositoryName, checkRun: CheckRun): Promise<CheckRunOutcome>;

  /**
   * One review whose comments offer changes to lines of the pull request. What was offered before (same fingerprint) is not offered
   * again, and what has no place in the diff is returned, not sent. Nothing left to offer: no review.
   */
  ensureSuggestions(pullRequest: PullRequestReference, review: SuggestionReview): Promise<SuggestionOutcome>;
}

/** `acme/shop` is `{owner: "acme", name: "shop"}`. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

export interface PullRequestReference {
  readonly repository: RepositoryName;
  readonly number: number;
}

export interface PullRequest {
  /** Under its present name: use it for every later call. */
  readonly repository: RepositoryName;
  readonly number: number;
  readonly title: string;
  /** `https://github.com/acme/shop/pull/7`. */
  readonly url: string;
  /** `https://github.com/acme/shop`. */
  readonly repositoryUrl: string;
  readonly defaultBranch: string;
  readonly state: "open" | "closed" | "merged";
  readonly draft: boolean;
  readonly author: { readonly login: string; readonly bot: boolean };
  readonly labels: readonly string[];
  /** The tip of the base branch, not the merge-base. */
  readonly base: { readonly ref: string; readonly commit: string };
  /** `repository` is null when the fork was deleted; its commits are still there. */
  readonly head: { readonly ref: string; readonly commit: string; readonly repository: RepositoryName | null };
  readonly fork: boolean;
}

export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** False when the host stopped at its limit: then nothing may be concluded from a path that is not listed. */
  readonly complete: boolean;
}

export interface ChangedFile {
  readonly path: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
  /** The old path of a renamed file. */
  readonly previousPath: string | null;
}

/** From least to most. */
export type Permission = "none" | "read" | "write" | "admin";

export interface StickyComment {
  /** Which of our comments: `"review"`. Lower-case letters, digits and hyphens. */
  readonly topic: string;
  /** Markdown, without the hidden first line that marks it as ours. At most 262,000 bytes of UTF-8. */
  readonly body: string;
  /** The commit that the text speaks of. */
  readonly head: string;
  /** Order of runs: the time, in milliseconds since the epoch, at which the run read the pull request. */
  readonly sequence: number;
  /** `"skip"`: bring an existing comment up to date, but do not start one to say that there is nothing to say. */
  readonly whenMissing: "create" | "skip";
  /**
   * What a changed text does with the comment that is there: it is edited (`update`), or a new one is written and the old ones are left,
   * hidden as outdated, or deleted. `escalate`: hidden and new when `weight` has grown, else edited.
   */
  readonly whenChanged: "update" | "escalate" | "new" | "hide-and-new" | "delete-and-new";
  /** How bad the news are; only its order counts. */
  readonly weight: number;
}

/** `superseded`: a newer run has written already. `skipped`: there was none and none was wanted. */
export type CommentOutcome =
  | { readonly kind: "created" | "updated" | "unchanged" | "superseded"; readonly id: number; readonly url: string }
  | { readonly kind: "skipped" };

export interface CheckRun {
  /** Stable: branch protection names it. */
  readonly name: string;
  readonly head: string;
  /** The pull request that the commit is checked for, found again by {@link CodeHost.findPullRequests}. */
  readonly pullRequest: number | null;
  /** As in {@link StickyComment.sequence}. */
  readonly sequence: number;
  readonly state: CheckRunState;
  /** Shown as the link "Details". */
  readonly detailsUrl?: string;
  /**
   * Somebody asked for another run: a completed check run is left as it was and a new one of the same name is made. Otherwise
   * `in-progress` on a completed one changes nothing, which is what makes a repeated delivery harmless.
   */
  readonly restart?: boolean;
}

export type CheckRunState =
  | { readonly kind: "queued" | "in-progress"; readonly output?: CheckOutput }
  | { readonly kind: "completed"; readonly conclusion: CheckConclusion; readonly output: CheckOutput };

export type CheckConclusion = "success" | "failure" | "neutral" | "cancelled" | "skipped" | "timed_out" | "action_required";

export interface CheckOutput {
  readonly title: string;
  /** Markdown; what lies above 65,535 bytes of UTF-8 is cut at a character. */
  readonly summary: string;
  /** As `summary`. */
  readonly text?: string;
  /** Any number: they are sent fifty at a time, and none twice. */
  readonly annotations: readonly CheckAnnotation[];
}

export interface CheckAnnotation {
  readonly path: string;
  /** 1-based, inclusive. */
  readonly startLine: number;
  /** 1-based, inclusive. */
  readonly endLine: number;
  /** 1-based, end inclusive; only of use when both lines are the same. */
  readonly columns?: { readonly start: number; readonly end: number };
  readonly level: "notice" | "warning" | "failure";
  /** At most 255 characters are kept. */
  readonly title: string;
  readonly message: string;
}

/** `already-completed`: the run is over and nobody asked for another. `superseded`: a newer run has written already. */
export interface CheckRunOutcome {
  readonly kind: "created" | "updated" | "unchanged" | "already-completed" | "superseded";
  readonly id: number;
  readonly url: string;
}

export interface SuggestionReview {
  /** The commit whose lines are meant: the pull request's head, or nothing is sent. */
  readonly head: string;
  /** The sentence above the suggestions. */
  readonly body: string;
  readonly suggestions: readonly Suggestion[];
}

export interface Suggestion {
  /** Equal for the same advice at a moved line. Lower-case letters, digits and hyphens. */
  readonly fingerprint: string;
  readonly path: string;
  /** 1-based, inclusive, at the head. */
  readonly startLine: number;
  /** 1-based, inclusive, at the head. */
  readonly endLine: number;
  readonly message: string;
  /** Takes the place of exactly those lines, without the last line's end. */
  readonly replacement: string;
}

export interface SuggestionOutcome {
  readonly offered: readonly Suggestion[];
  readonly offeredBefore: readonly Suggestion[];
  /** Their lines are in no hunk of the diff: say it elsewhere. */
  readonly outsideDiff: readonly Suggestion[];
}
