/**
 * What an operation is given, what it answers, and how a path finds it. Operations are named as in GitHub's description
 * (`issues/create-comment`), whose path templates are the routes: there is no second list.
 */
import { OPERATIONS } from "./contract.ts";
import type { Access, Account, App, Json, Repository, World } from "./world.ts";

/** Who asks. `app`: the App itself, by its signed token; `installation`: the App in one account. */
export type Actor =
  | { readonly kind: "app"; readonly app: App }
  | {
      readonly kind: "installation";
      readonly app: App;
      readonly permissions: Readonly<Record<string, Access>>;
      readonly repositories: ReadonlySet<number> | null;
    };

export interface ApiRequest {
  readonly world: World;
  readonly operation: string;
  readonly path: string;
  /** Of the path template, decoded: `owner`, `repo`, `issue_number`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly accept: string;
  readonly actor: Actor;
  /** `http://127.0.0.1:4321`, or with `/api/v3`. */
  readonly baseUrl: string;
  /** The repository of the path. */
  readonly repository: Repository;
  /** Who writes: the App's bot. */
  readonly author: Account;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, unchecked: a tarball, a raw file. */
  readonly bytes?: Uint8Array;
}

export interface Operation {
  /** One of these is enough: a pull request's comments may be written with either. */
  readonly needs: readonly (readonly [permission: string, access: Access])[];
  /** `app` for operations that take the App's own token. */
  readonly actor?: "app";
  answer(request: ApiRequest): Answer | Promise<Answer>;
}

export type Operations = Readonly<Record<string, Operation>>;

/** Ends a request with an error as GitHub words it. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(status: number, message: string, errors?: readonly unknown[], headers?: Readonly<Record<string, string>>) {
    super(message);
    const body = {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: "https://docs.github.com/rest",
      status: String(status),
    };
    this.answer = { status, body, ...(headers === undefined ? {} : { headers }) };
  }
}

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

/** 422 as GitHub words it: a field of a resource, and what is wrong with it. */
export function invalid(resource: string, field: string, code: string, message?: string): Refusal {
  return new Refusal(422, "Validation Failed", [{ resource, field, code, ...(message === undefined ? {} : { message }) }]);
}

interface Route {
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly literals: number;
}

/** Parameters that hold slashes: refs and paths. */
const DEEP = new Set(["ref", "path", "base", "head", "branch"]);

const ROUTES: readonly Route[] = Object.entries(OPERATIONS)
  .map(([operation, { method, path }]) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const source = path.replace(/\{(\w+)\}/g, (_, name: string) => (DEEP.has(name) ? "(.+?)" : "([^/]+?)")).replaceAll("...", "\\.\\.\\.");
    return { operation, method, pattern: new RegExp(`^${source}$`), names, literals: path.replace(/\{\w+\}/g, "").length };
  })
  .sort((one, other) => other.literals - one.literals);

export function route(
  method: string,
  path: string,
): { readonly operation: string; readonly params: Readonly<Record<string, string>> } | undefined {
  // GitHub serves `repos/{owner}/{repo}/contents/` for the root folder.
  const trimmed = path.length > 1 && !path.endsWith("/contents/") ? path.replace(/\/$/, "") : path;
  for (const { operation, method: expected, pattern, names } of ROUTES) {
    const match = expected === method ? pattern.exec(trimmed) : null;
    if (match === null) continue;
    return { operation, params: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")])) };
  }
  return undefined;
}

/** One page of a list, with GitHub's `Link` header. */
export function page<T>(request: ApiRequest, items: readonly T[], wrap: (items: readonly T[]) => unknown = (same) => same): Answer {
  const size = Math.min(Math.max(Number(request.query.get("per_page") ?? 30) || 30, 1), 100);
  const current = Math.max(Number(request.query.get("page") ?? 1) || 1, 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const link = (target: number, rel: string) => {
    const query = new URLSearchParams(request.query);
    query.set("page", String(target));
    return `<${request.baseUrl}${request.path}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(current > 1 ? [link(current - 1, "prev")] : []),
    ...(current < last ? [link(current + 1, "next"), link(last, "last")] : []),
    ...(current > 1 ? [link(1, "first")] : []),
  ];
  const shown = items.slice((current - 1) * size, current * size);
  return { status: 200, body: wrap(shown), ...(links.length === 0 ? {} : { headers: { link: links.join(", ") } }) };
}
