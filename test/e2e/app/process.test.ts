import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { COMPILED } from "../../support/compiled.ts";
import { startGitHub } from "../../support/github-server/start-github.ts";
import { appEnvironment } from "../../support/services/app-stage.ts";
import { ADD_REFUNDS, SHOP } from "./shop.ts";

const ENTRY = new URL("../../../src/entrypoints/probot.ts", import.meta.url).pathname;

describe("npm start", () => {
  let folder: string;
  let app: ChildProcess;
  /** Of this test's process alone: one that was killed may still have something to say. */
  let output: () => string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "app-process-"));
  });

  afterEach(() => {
    app.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (env: Readonly<Record<string, string>>) => {
    app = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ENTRY], {
      cwd: folder,
      env: { PORT: "0", HOST: "127.0.0.1", ...COMPILED, ...env },
    });
    let said = "";
    output = () => said;
    for (const stream of [app.stdout, app.stderr]) {
      stream?.on("data", (chunk) => {
        said += chunk;
      });
    }
  };

  const addressIn = async (pattern: RegExp) => {
    await expect.poll(() => output(), { timeout: 20_000 }).toMatch(pattern);
    return pattern.exec(output())?.[0] ?? "";
  };

  it.each([
    ["without a webhook secret", { WEBHOOK_SECRET: "" }, "WEBHOOK_SECRET is not set"],
    ["with a key that is none", { PRIVATE_KEY: "-----BEGIN nothing" }, "the App's private key is no PEM file"],
  ])("does not start %s, and says why", async (_what, env, words) => {
    const github = await startGitHub();
    start({ ...appEnvironment(github), ...env });

    const [code] = await once(app, "exit");

    expect(code).toBe(2);
    expect(output()).toContain(`Dagsight does not start. `);
    expect(output()).toContain(words);
    expect(output()).not.toContain("    at ");
    await github.stop();
  });

  it("shows Probot's page to register the App when there are no credentials yet", async () => {
    start({});
    const url = await addressIn(/http:\/\/127\.0\.0\.1:\d+/);

    const page = await (await fetch(`${url}/probot`)).text();

    expect(page).toContain("Register GitHub App");
  });

  it("reviews what a webhook tells of, and ends its work before it stops", async () => {
    const github = await startGitHub();
    start({ ...appEnvironment(github), LOG_LEVEL: "info", LOG_FORMAT: "json" });
    github.connect(await addressIn(/http:\/\/127\.0\.0\.1:\d+\/api\/github\/webhooks/));
    const shop = await github.repository("acme/shop").withFiles(SHOP);
    const pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS });

    await github.deliver(pr.opened());
    await expect.poll(() => github.requests("checks/create").length, { timeout: 20_000 }).toBe(1);
    app.kill("SIGTERM");
    const [code] = await once(app, "exit");

    expect(code).toBe(0);
    expect(pr.comments()).toHaveLength(1);
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success" }]);
    await github.stop();
  });
});
