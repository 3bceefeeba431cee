/** `dagsight check` as its users run it: fixes, patches, the baseline, exit codes, watching. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CheckReport } from "../../../src/types/review-report.ts";
import { COMPILED } from "../../support/compiled.ts";
import { createGitFixture, GIT_ENVIRONMENT, type GitFixture } from "../../support/git-fixture.ts";
import { runCli } from "../../support/run-cli.ts";
import { validateCheckReport } from "../../support/validate-document.ts";

const DEFINITIONS = `import dagster as dg
from dagster import asset


@asset(
    non_argument_deps={"raw"},  # not loaded
)
def orders(context):
    """The orders."""
    context.log.info(context.run_id)


@asset(deps=["ordrs"])
def revenue() -> None:
    """The revenue."""


defs = dg.Definitions(assets=[dg.AssetSpec("raw"), orders, revenue])
`;

describe("dagsight check", () => {
  let shop: GitFixture;
  beforeEach(() => {
    shop = createGitFixture({ "shop/definitions.py": DEFINITIONS, "pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n' });
  });
  afterEach(() => shop[Symbol.dispose]());

  const check = (...args: readonly string[]) => runCli(["check", "--severity", "warning", ...args], { cwd: shop.path });
  const source = () => readFileSync(join(shop.path, "shop/definitions.py"), "utf8");
  const findings = async (...args: readonly string[]) => {
    const { stdout } = await check("--format", "json", ...args);
    const report = JSON.parse(stdout) as CheckReport;
    expect(validateCheckReport(report)).toEqual([]);
    return report;
  };

  it("mends what is safe, keeps comments, and reports what remains", async () => {
    const { exitCode, stdout } = await check("--fix", "--format", "concise");

    expect(exitCode).toBe(1);
    expect(source()).toBe(DEFINITIONS.replace("non_argument_deps=", "deps=").replace("context.run_id", "context.run.run_id"));
    expect(stdout).toContain("Fixed 2 findings.\nFound 1 error in 1 file.\n1 fixable with `--fix --unsafe-fixes`.");
    expect((await check("--fix", "--unsafe-fixes")).exitCode).toBe(0);
    expect(source()).toContain('deps=["orders"]');
    expect((await check("--diff")).exitCode).toBe(0);
  });

  it("prints a patch that git applies, and writes nothing", async () => {
    const { exitCode, stdout } = await check("--diff", "--unsafe-fixes");

    expect(exitCode).toBe(1);
    expect(source()).toBe(DEFINITIONS);
    writeFileSync(join(shop.path, "fixes.patch"), stdout);
    shop.git("apply", "fixes.patch");
    const patched = source();
    shop.git("checkout", "-q", "shop");
    await check("--fix", "--unsafe-fixes");
    expect(source()).toBe(patched);
  });

  it("leaves line ends, a byte order mark and other bytes as they are", async () => {
    const text = `\ufeff${DEFINITIONS.replaceAll("\n", "\r\n")}# ü\t \r\n`;
    shop.write("shop/definitions.py", text);

    await check("--fix");

    expect(source()).toBe(text.replace("non_argument_deps=", "deps=").replace("context.run_id", "context.run.run_id"));
  });

  it("accepts what a baseline lists, and counts what is new", async () => {
    expect((await runCli(["baseline"], { cwd: shop.path })).stderr).toContain(".dagsight/baseline.json: ");
    expect((await check()).exitCode).toBe(0);
    shop.write(
      "shop/definitions.py",
      `# moved\n\n${DEFINITIONS.replace("def revenue() -> None:", "def income() -> None:")}`.replace("revenue]", "income]"),
    );

    const { findings: fresh, summary } = await findings();

    expect(fresh.map(({ rule, subject }) => [rule, subject])).toEqual([["unknown-dep-becomes-external", "asset:income"]]);
    expect(summary.baselined).toBeGreaterThan(2);
    expect((await findings("--no-baseline")).findings.length).toBe(3);
    expect((await check()).stderr).toMatch(/^\d+ accepted findings are gone: `dagsight baseline --prune`/);
  });

  it("prunes what is gone and accepts nothing new by that", async () => {
    await runCli(["baseline"], { cwd: shop.path });
    const before = readFileSync(join(shop.path, ".dagsight/baseline.json"), "utf8");
    shop.write("shop/definitions.py", DEFINITIONS.replace("ordrs", "ordres").replace("context.run_id", "1"));

    await runCli(["baseline", "--prune"], { cwd: shop.path });

    const after = readFileSync(join(shop.path, ".dagsight/baseline.json"), "utf8");
    const gone = before.split("\n").filter((line) => !after.includes(line.replace(/,$/, "")));
    expect(gone.map((line) => JSON.parse(line.replace(/,$/, "")).rule).sort()).toEqual([
      "deprecated-context-member",
      "unknown-dep-becomes-external",
    ]);
    expect((await check()).exitCode).toBe(1);
  });

  it.each([
    [["--exit-zero"], 0],
    [["--fail-on", "never"], 0],
    [["--fail-on", "error", "--select", "deprecations"], 0],
    [["--fail-on", "info", "--ignore", "graph", "--ignore", "deprecations"], 1],
    [["--severity", "sometimes"], 2],
    [["--select", "grpah"], 2],
    [["--select", "graph, deprecations", "--ignore", "deprecations,graph"], 0],
    [["--select", "graph,grpah"], 2],
    [["--baseline", "nowhere.json"], 2],
    [["--statistics", "--format", "sarif"], 2],
    [["--watch", "--fix"], 2],
  ] as const)("with %j exits with %i", async (args, code) => {
    expect((await check(...args)).exitCode).toBe(code);
  });

  it("names the place and the rule that was meant, when the configuration or the baseline is broken", async () => {
    shop.write(".github/dagsight.yml", "rules:\n  invalid-chron: off\nselect: graph\n");
    expect(await check()).toMatchObject({
      exitCode: 2,
      stderr:
        "error: .github/dagsight.yml:3:9: `select` must be a list.\n.github/dagsight.yml:2:3: `rules` names `invalid-chron`, which is no rule or group. Did you mean `invalid-cron`?\n",
    });
    shop.write(".github/dagsight.yml", "baseline: old.json\n");
    shop.write("old.json", "[]");
    expect(await check()).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("old.json:1:1: the baseline has no list of `findings`"),
    });
  });

  it.each(["text", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown", "html"])("writes %s to a file", async (format) => {
    const { stdout, exitCode } = await check("--format", format, "--output", "out/report");

    expect([stdout, exitCode]).toEqual(["", 1]);
    expect(readFileSync(join(shop.path, "out/report"), "utf8")).toContain("ordrs");
  });

  it("watches: checks again after a change, and ends with 0 when interrupted", { timeout: 60_000 }, async () => {
    const cli = fileURLToPath(new URL("../../../src/entrypoints/cli.ts", import.meta.url));
    const child = spawn(process.execPath, [cli, "check", "--watch", "--format", "concise", "--select", "graph"], {
      cwd: shop.path,
      env: { ...GIT_ENVIRONMENT, ...COMPILED },
    });
    const said: string[] = [];
    const ended = new Promise<number | null>((settle) => child.on("close", settle));
    const until = async (text: string) => {
      while (!said.join("").includes(text)) await new Promise((settle) => child.stdout.once("data", settle));
    };
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    const watching = new Promise<void>((settle) =>
      child.stderr.on("data", (chunk: Buffer) => String(chunk).includes("Watching") && settle()),
    );

    await until("depends on `ordrs`");
    await watching;
    shop.write("shop/definitions.py", DEFINITIONS.replace('"ordrs"', '"raw"'));
    await until("All checks passed");
    child.kill("SIGINT");

    expect(await ended).toBe(0);
    expect(said.join("")).not.toContain("\u001b[2J");
  });
});
