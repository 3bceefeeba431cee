/**
 * The App as a server: Probot receives and verifies webhooks, a queue in this process takes the jobs, and the same process works on them.
 * A webhook is answered when its job is in the queue, never when the work is done.
 */
import { createServer, type Server } from "node:http";
import { createNodeMiddleware, Probot } from "probot";
import { jobOfWebhook, WEBHOOK_EVENTS } from "../../adapters/github/webhook/job-of-webhook.ts";
import { createInProcessQueue } from "../../adapters/queue/in-process-queue.ts";
import { groupOf, type Job } from "../../app/jobs/job.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { JobSender } from "../../ports/queue.ts";
import { createJobWorker } from "./compose.ts";
import type { AppSettings } from "./settings.ts";

export interface ServerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly clock: Clock;
  /** Probot's when left out. */
  readonly log?: Log;
  /** See the GitHub adapter's own. */
  readonly retrySecond?: number;
}

export interface RunningApp {
  /** `http://127.0.0.1:3000/api/github/webhooks`. */
  readonly webhookUrl: string;
  readonly log: Log;
  /** Resolves when no job waits and none runs. */
  idle(): Promise<void>;
  /** Takes no more webhooks, and ends what it is working on. */
  stop(): Promise<void>;
}

const WEBHOOK_PATH = "/api/github/webhooks";

export async function startApp(settings: AppSettings, { host, port, clock, ...options }: ServerOptions): Promise<RunningApp> {
  const { appId, privateKey, webhookSecret: secret, baseUrl, logLevel, logFormat } = settings;
  const probot = await new Probot({ appId, privateKey, secret, baseUrl, logLevel, logFormat }).ready();
  const log = options.log ?? probotLog(probot);
  const queue = createInProcessQueue<Job>({ clock, log });
  await queue.work(await createJobWorker(settings, { ...options, jobs: queue, clock, log }));
  const receive = await createNodeMiddleware((app) => receiveWebhooks(app, { jobs: queue, clock, log }), {
    probot,
    webhooksPath: WEBHOOK_PATH,
  });
  const server = createServer((request, response) => {
    if (request.url === "/ping") return void response.end("PONG");
    void receive(request, response, () => void response.writeHead(404).end());
  });
  const address = await listen(server, host, port);
  return {
    webhookUrl: `${address}${WEBHOOK_PATH}`,
    log,
    idle: () => queue.idle(),
    async stop() {
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
      await queue.stop();
    },
  };
}

interface Reception {
  readonly jobs: JobSender<Job>;
  readonly clock: Clock;
  readonly log: Log;
}

function receiveWebhooks(app: Probot, { jobs, clock, log }: Reception): void {
  app.on([...WEBHOOK_EVENTS], async ({ name, id, payload }) => {
    const outcome = jobOfWebhook({ event: name, delivery: id, payload }, clock.now());
    if (outcome.kind === "ignored") return log.info("webhook ignored", { delivery: id, reason: outcome.reason });
    await jobs.send(outcome.job, groupOf(outcome.job));
    log.info("webhook taken", { delivery: id, event: name, group: groupOf(outcome.job) });
  });
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;
}

function probotLog(probot: Probot): Log {
  const { log } = probot;
  return {
    debug: (message, fields = {}) => log.debug(fields, message),
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message),
  };
}
