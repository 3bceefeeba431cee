/**
 * From a request to an answer, in the order in which GitHub looks at it: credentials, repository, permission, description, operation.
 * Both halves of every exchange are held against GitHub's description (`contract.ts`); a difference is noted in `violations`.
 */
import { authenticate, authorize } from "./access.ts";
import { requestViolations, responseViolations } from "./contract.ts";
import { executeGraphQL } from "./graphql/execute.ts";
import { parseGraphQL } from "./graphql/parse.ts";
import { mutationRoot, queryRoot } from "./graphql/schema.ts";
import { fullName } from "./objects/repository.ts";
import { apps, collaborators } from "./resources/apps.ts";
import { checks } from "./resources/checks.ts";
import { comments } from "./resources/comments.ts";
import { deliveries } from "./resources/deliveries.ts";
import { gitObjects } from "./resources/git-objects.ts";
import { issues, labels } from "./resources/issues.ts";
import { pulls } from "./resources/pulls.ts";
import { repositories } from "./resources/repositories.ts";
import { reviews } from "./resources/reviews.ts";
import { type Answer, type ApiRequest, notFound, type Operation, type Operations, Refusal } from "./routing.ts";
import type { Json, Repository, World } from "./world.ts";

const OPERATIONS: Operations = {
  ...apps,
  ...checks,
  ...collaborators,
  ...comments,
  ...deliveries,
  ...gitObjects,
  ...issues,
  ...labels,
  ...pulls,
  ...repositories,
  ...reviews,
};

/** A request that has found its operation. */
export interface Incoming {
  readonly operation: string;
  readonly method: string;
  /** Without `/api/v3`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly authorization: string | undefined;
  readonly accept: string;
  /** `http://127.0.0.1:4321`, or with `/api/v3`. */
  readonly baseUrl: string;
}

export class Api {
  /** What was against GitHub's description, in words; a test that ends with one fails. */
  readonly violations: string[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async answer(incoming: Incoming): Promise<Answer> {
    try {
      if (incoming.path.startsWith("/_codeload/")) return await this.#tarball(incoming);
      return incoming.operation === "graphql" ? await this.#graphql(incoming) : await this.#rest(incoming);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      this.violations.push(`${incoming.operation}: the test GitHub itself failed: ${error instanceof Error ? error.stack : error}`);
      return { status: 500, body: { message: "Server Error" } };
    }
  }

  /** Where a tarball's redirect leads: another host at GitHub, without credentials, good for five minutes. */
  async #tarball({ path, query }: Incoming): Promise<Answer> {
    const [, id, commit = ""] = /^\/_codeload\/(\d+)\/([0-9a-f]{40})\.tar\.gz$/.exec(path) ?? [];
    const repository = this.#world.repositories.find((one) => one.id === Number(id));
    if (repository === undefined || Number(query.get("expires")) < this.#world.now()) throw notFound();
    const prefix = `${repository.owner.login}-${repository.name}-${commit.slice(0, 7)}`;
    return { status: 200, bytes: await repository.git.archive(commit, prefix), headers: { "content-type": "application/x-gzip" } };
  }

  async #graphql({ authorization, body }: Incoming): Promise<Answer> {
    const context = { world: this.#world, actor: authenticate(this.#world, authorization) };
    try {
      const document = parseGraphQL(String(body["query"] ?? ""));
      const root = document.operation === "query" ? queryRoot(context) : mutationRoot(context);
      const answer = await executeGraphQL(document, (body["variables"] ?? {}) as Json, root);
      const mistake = answer.errors?.find(({ type }) => type === undefined);
      if (mistake !== undefined) this.violations.push(`graphql: ${mistake.message}`);
      return { status: 200, body: answer };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.violations.push(`graphql: ${error.message}`);
      return { status: 200, body: { errors: [{ message: error.message }] } };
    }
  }

  async #rest(incoming: Incoming): Promise<Answer> {
    const operation = OPERATIONS[incoming.operation];
    if (operation === undefined) {
      this.violations.push(`${incoming.operation}: no such operation here; add it to scripts/take-openapi.mjs and resources/`);
      throw notFound();
    }
    const actor = authenticate(this.#world, incoming.authorization);
    const { owner, repo } = incoming.params;
    const repository = owner === undefined ? undefined : this.#find(`${owner}/${repo}`);
    if (repository !== undefined && fullName(repository).toLowerCase() !== `${owner}/${repo}`.toLowerCase())
      return moved(repository, incoming);
    const request: ApiRequest = {
      ...incoming,
      world: this.#world,
      actor,
      // Operations without a repository in their path do not look.
      repository: repository as Repository,
      author: actor.app.bot,
    };
    authorize(operation, request, repository !== undefined);
    return await this.#perform(operation, request, incoming.method);
  }

  async #perform(operation: Operation, request: ApiRequest, method: string): Promise<Answer> {
    const { operation: name, path, query, body } = request;
    const wrong = requestViolations(name, query, Object.keys(body).length === 0 ? undefined : body);
    if (wrong.length > 0) this.violations.push(`${method} ${path}: the request is not ${name}: ${wrong.join("; ")}`);
    const answer = await answerOf(operation, request);
    if (wrong.length > 0 && answer.status < 400) return new Refusal(422, `Invalid request.\n\n${wrong.join("\n")}`).answer;
    const off = answer.bytes === undefined ? responseViolations(name, answer.status, answer.body) : [];
    if (off.length > 0)
      this.violations.push(`${method} ${path}: the test GitHub's own answer is not ${name}: ${off.slice(0, 5).join("; ")}`);
    return answer;
  }

  #find(name: string): Repository {
    const found = this.#world.repositories.find((one) => fullName(one).toLowerCase() === name.toLowerCase() || one.formerNames.has(name));
    if (found === undefined) throw notFound();
    return found;
  }
}

async function answerOf(operation: Operation, request: ApiRequest): Promise<Answer> {
  try {
    return await operation.answer(request);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** A renamed or transferred repository: the way to it by its number, which never changes. */
function moved(repository: Repository, { method, path, query, baseUrl }: Incoming): Answer {
  const rest = path
    .split("/")
    .slice(4)
    .map((step) => `/${step}`)
    .join("");
  const location = `${baseUrl}/repositories/${repository.id}${rest}${query.size === 0 ? "" : `?${query}`}`;
  const status = method === "GET" ? 301 : 307;
  return {
    status,
    headers: { location },
    body: { message: "Moved Permanently", url: location, documentation_url: "https://docs.github.com/rest" },
  };
}

/** The other way round: `/repositories/7/pulls` is `/repos/acme/shop/pulls`. */
export function pathByName(world: World, path: string): string {
  return path.replace(/^\/repositories\/(\d+)/, (whole, id: string) => {
    const repository = world.repositories.find((one) => one.id === Number(id));
    return repository === undefined ? whole : `/repos/${fullName(repository)}`;
  });
}
