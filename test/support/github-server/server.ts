/** The HTTP half of the test GitHub: bytes, faults, rate-limit headers, ETags. What is answered is decided in `api.ts`. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Api, pathByName } from "./api.ts";
import { type Fault, Faults } from "./faults.ts";
import { type Answer, Refusal, route } from "./routing.ts";
import type { Json, World } from "./world.ts";

const HOURLY_LIMIT = 5000;
const HOUR_IN_SECONDS = 3600;
const SECONDARY_MESSAGE =
  "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.";

/** One request, as a test looks back on it. */
export interface Exchange {
  /** `issues/create-comment`, `graphql`, or the method and path of what is no operation. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  /** 0 until it is answered. */
  status: number;
}

export class GitHubServer {
  readonly faults = new Faults();
  readonly exchanges: Exchange[] = [];
  readonly api: Api;
  readonly #world: World;
  readonly #server: Server;
  #used = 0;
  #port = 0;

  constructor(world: World) {
    this.#world = world;
    this.api = new Api(world);
    this.#server = createServer((message, response) => void this.#serve(message, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.#port = address.port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = readJson(await bytesOf(message));
    const address = new URL(message.url ?? "/", this.origin);
    const enterprise = address.pathname.startsWith("/api/");
    const path = pathByName(this.#world, address.pathname.replace(/^\/api(\/v3)?(?=\/)/, ""));
    const method = message.method ?? "GET";
    const found = path === "/graphql" ? { operation: "graphql", params: {} } : route(method, path);
    const operation = path.startsWith("/_codeload/") ? "tarball" : (found?.operation ?? `${method} ${path}`);
    const exchange: Exchange = { operation, method, path, body, status: 0 };
    this.exchanges.push(exchange);
    const fault = this.faults.next(operation);
    if (fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    if (fault?.kind === "drop-before") return void message.socket.destroy();
    const answer =
      this.#faultAnswer(fault) ??
      (await this.api.answer({
        operation,
        method,
        path,
        params: found?.params ?? {},
        query: address.searchParams,
        body,
        authorization: message.headers.authorization,
        accept: message.headers.accept ?? "",
        baseUrl: enterprise ? `${this.origin}/api/v3` : this.origin,
      }));
    exchange.status = answer.status;
    if (fault?.kind === "drop-after") return void message.socket.destroy();
    const sent = fault?.kind === "error-after" ? { status: fault.status, body: { message: "Server Error" } } : answer;
    this.#send(message, response, { answer: sent, fault });
  }

  /** The answer of a fault that keeps the request from having an effect. */
  #faultAnswer(fault: Fault | undefined): Answer | undefined {
    switch (fault?.kind) {
      case "status":
        return {
          status: fault.status,
          body: { message: fault.message ?? "Server Error" },
          ...(fault.headers === undefined ? {} : { headers: fault.headers }),
        };
      case "primary-rate-limit": {
        const reset = Math.floor(this.#world.now() / 1000) + fault.resetInSeconds;
        const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) };
        return new Refusal(403, `API rate limit exceeded for installation ID ${this.#world.installation.id}.`, undefined, headers).answer;
      }
      case "secondary-rate-limit": {
        const headers = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
        return new Refusal(fault.status, SECONDARY_MESSAGE, undefined, headers).answer;
      }
      default:
        return undefined;
    }
  }

  #send(message: IncomingMessage, response: ServerResponse, { answer, fault }: { answer: Answer; fault: Fault | undefined }): void {
    const now = Math.floor(this.#world.now() / 1000);
    const content = answer.bytes ?? (answer.body === undefined ? "" : JSON.stringify(answer.body));
    const etag = `W/"${createHash("sha256").update(content).digest("hex")}"`;
    const unchanged = message.method === "GET" && answer.status === 200 && message.headers["if-none-match"] === etag;
    // An answer that says "as before" is free.
    if (!unchanged) this.#used += 1;
    const headers: Record<string, string> = {
      "content-type": "application/json; charset=utf-8",
      "x-github-request-id": String(this.exchanges.length),
      "x-ratelimit-limit": String(HOURLY_LIMIT),
      "x-ratelimit-remaining": String(Math.max(HOURLY_LIMIT - this.#used, 0)),
      "x-ratelimit-reset": String(now + HOUR_IN_SECONDS),
      "x-ratelimit-used": String(this.#used),
      "x-ratelimit-resource": message.url?.endsWith("/graphql") === true ? "graphql" : "core",
      date: new Date(this.#world.now()).toUTCString(),
      ...(message.method === "GET" && answer.status === 200 ? { etag } : {}),
      ...answer.headers,
    };
    if (fault?.kind === "half") {
      response.writeHead(answer.status, { ...headers, "content-length": String(Buffer.byteLength(content)) });
      response.write(Buffer.from(content).subarray(0, Buffer.byteLength(content) / 2), () => message.socket.destroy());
      return;
    }
    response.writeHead(unchanged ? 304 : answer.status, headers);
    response.end(unchanged || answer.status === 204 ? undefined : content);
  }
}

async function bytesOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function readJson(text: string): Json {
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}
