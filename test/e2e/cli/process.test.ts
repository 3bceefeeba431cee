import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPILED } from "../../support/compiled.ts";
import { createGitFixture, createTemporaryFolder, GIT_ENVIRONMENT } from "../../support/git-fixture.ts";
import { SHOP_PROJECT } from "../../support/shop-project.ts";

const CLI = fileURLToPath(new URL("../../../src/entrypoints/cli.ts", import.meta.url));

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a process of its own. `read: false` closes its standard output at once, as a pager that was quit does. */
function run(args: readonly string[], cwd: string, { read = true } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...GIT_ENVIRONMENT, ...COMPILED } });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    if (read) child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    else child.stdout.destroy();
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) =>
      resolve({ exitCode, stdout: Buffer.concat(stdout).toString("utf8"), stderr: Buffer.concat(stderr).toString("utf8") }),
    );
  });
}

describe("the process", () => {
  let cwd: string;
  beforeAll(() => {
    cwd = createTemporaryFolder();
  });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  it("ends with the exit code that was meant", async () => {
    expect((await run(["--version"], cwd)).exitCode).toBe(0);
    expect((await run(["review"], cwd)).exitCode).toBe(2);
  });

  it("ends quietly when nobody reads on", async () => {
    expect(await run(["--help"], cwd, { read: false })).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("prints the document to standard output and nothing else, to the last byte", async () => {
    const wide = Array.from({ length: 2000 }, (_, index) => `@asset\ndef orders_${index}():\n    return ${index}\n`).join("\n\n");
    using shop = createGitFixture({ ...SHOP_PROJECT, "shop/assets.py": `from dagster import asset\n\n\n${wide}` });

    const { exitCode, stdout, stderr } = await run(["graph", "--format", "json", "--quiet"], shop.path);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(stdout).codeLocations[0].nodes).toHaveLength(2000);
  });
});
