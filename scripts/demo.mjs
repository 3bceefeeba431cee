/**
 * npm run demo: the whole App on this machine. Starts a GitHub (the one of the tests: HTTP on loopback, a real git repository) and the App
 * as `npm start` does, opens the example pull request by a signed webhook, and shows what GitHub holds afterwards: the check run, the
 * comment, and the review as a page with its diagram drawn. No account, no network; what it made is thrown away, but the page.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createReviewPageRenderer } from "../src/render/html/review-page.ts";
import { startGitHub } from "../test/support/github-server/start-github.ts";

const ROOT = join(import.meta.dirname, "..");
const PAGE = join(process.cwd(), "dagsight-demo.html");
const PATIENCE = 60_000;

if (!existsSync(join(ROOT, "dist/probot.js"))) run(join(ROOT, "scripts/build.mjs"));

const github = await startGitHub();
const app = spawn(process.execPath, [join(ROOT, "dist/probot.js")], {
  env: {
    ...process.env,
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKey,
    WEBHOOK_SECRET: github.app.webhookSecret,
    GITHUB_API_URL: github.url,
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_FORMAT: "json",
  },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  say(`GitHub, on this machine: ${github.url}`);
  github.connect(await webhookUrlOf(app));
  const shop = await github.repository("acme/shop").withFiles(filesOf("examples/shop"));
  const title = "Call customers accounts, report refunds, load older orders";
  const pr = await shop.pullRequest({ from: "accounts", files: filesOf("examples/shop-change"), title });
  const { statusCode } = await github.deliver(pr.opened());
  say(`The webhook pull_request.opened of acme/shop#${pr.number} was answered with ${statusCode}; the App is at work.`);
  await until("the comment", () => pr.comments().length > 0);
  await stop(app);
  show(pr);
  writeFileSync(PAGE, pageOf(shop, pr.number));
  say(`The same review as a page, with the diagram drawn: ${PAGE}`);
} finally {
  await stop(app);
  await github.stop();
}

function show(pr) {
  for (const { name, status, conclusion, title, annotations } of pr.checkRuns()) {
    say(`The check run \`${name}\`: ${status}, ${conclusion} — ${title}`);
    for (const { level, path, line, message } of annotations) console.log(`  ${level}  ${path}:${line}  ${message.split("\n")[0]}`);
  }
  for (const { author, body } of pr.comments()) {
    say(`The comment by ${author}:`);
    console.log(body);
  }
}

/** Of the same commits, by the command line: it says what the App says. */
function pageOf(shop, pullRequest) {
  const repository = shop.record.git.folder;
  const report = run(join(ROOT, "dist/cli.js"), "review", "--repo", repository, "--base", "main", "--head", "accounts", "--format", "json");
  const templates = new Map(
    ["html/page.hbs", "html/page.css.hbs", "html/review.hbs"].map((path) => [path, readFileSync(join(ROOT, "templates", path), "utf8")]),
  );
  return createReviewPageRenderer(templates)({ ...JSON.parse(report), repository: { name: "acme/shop", url: null, pullRequest } });
}

/** Texts by path, relative to the folder. */
function filesOf(folder) {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(join(ROOT, folder).length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

async function webhookUrlOf(server) {
  let output = "";
  server.stdout.on("data", (chunk) => {
    output += chunk;
  });
  let url;
  await until("the App's start", () => {
    if (server.exitCode !== null) throw new Error(`the App did not start:\n${output}`);
    [url] = /http:\/\/[^\s"]+\/api\/github\/webhooks/.exec(output) ?? [];
    return url !== undefined;
  });
  return url;
}

/** It ends what it is at first. */
async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGTERM");
  await once(server, "exit");
}

async function until(what, isThere) {
  const deadline = Date.now() + PATIENCE;
  while (!isThere()) {
    if (Date.now() > deadline) throw new Error(`${what} did not come within a minute`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function run(...args) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  // 1: there are findings, which is what the example is for.
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")}: ${error?.message ?? `${stdout}${stderr}`}`);
  return stdout;
}

function say(line) {
  console.log(`\n── ${line}\n`);
}
