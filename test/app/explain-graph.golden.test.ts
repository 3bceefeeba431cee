/** What `--explain` says, on fixture projects: `explanations/cases.json` names the question, the text beside it is the answer. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { NO_CACHE } from "../../src/adapters/cache/no-cache.ts";
import { createEngine } from "../../src/app/analysis/engine.ts";
import { type ExplainedGraph, explainGraph } from "../../src/app/explain-graph.ts";
import { renderExplanationText } from "../../src/render/terminal/explanation-text.ts";
import type { SourceLine } from "../../src/render/terminal/findings-text.ts";
import type { TextOf } from "../../src/report/finding.ts";
import { analysisOptions, readFixtures } from "../support/fixture-project.ts";
import { createMemoryTree } from "../support/memory-tree.ts";
import { runCli } from "../support/run-cli.ts";
import { createRecordingLog } from "../support/services/recording-log.ts";
import { validateExplanation } from "../support/validate-document.ts";
import { testParser } from "../syntax/test-parser.ts";

interface Case {
  readonly fixture: string;
  readonly ask: string;
  readonly golden: string;
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("./explanations/cases.json", import.meta.url), "utf8"));

const PROJECTS = new URL("../projects/", import.meta.url).pathname;
const fixtures = new Map(readFixtures(PROJECTS).map((fixture) => [fixture.id, fixture]));

async function explained(id: string, question: string): Promise<ExplainedGraph> {
  const fixture = fixtures.get(id);
  if (!fixture) throw new Error(`no fixture ${id}`);
  const engine = createEngine({
    version: "0.1.0",
    parser: await testParser(),
    cache: NO_CACHE,
    loweringVersion: "",
    log: createRecordingLog(),
  });
  return explainGraph(createMemoryTree(fixture.files), analysisOptions(fixture, true), engine, question);
}

it.each(cases)("explains $ask of $fixture", async ({ fixture, ask, golden }) => {
  const answer = await explained(fixture, ask);

  expect(answer.ok && validateExplanation(answer.document)).toEqual([]);
  await expect(
    answer.ok && renderExplanationText(answer.document, { colour: false, sourceLine: lines(answer.textOf) }),
  ).toMatchFileSnapshot(`explanations/${golden}.txt`);
});

function lines(textOf: TextOf): SourceLine {
  return (file, line) => textOf(file)?.split(/\r?\n/)[line - 1];
}

it.each([
  ["loading/from-modules", "core/order_line", "Did you mean `core/order_lines`?"],
  ["loading/from-modules", "attribution", "Did you mean `growth/marketing/attribution`?"],
  ["loading/from-modules", "core/orders.grup", "`core/orders` has no field `grup`. Did you mean `group`?"],
  ["loading/from-modules", "something that is nowhere near", "`dagsight graph --format text` lists what there is"],
  ["python/class-factories", "job:erp/orders", "Nothing is called `job:erp/orders`"],
])("does not know %s %s, and says what may have been meant", async (fixture, ask, hint) => {
  expect(await explained(fixture, ask)).toEqual({ ok: false, message: expect.stringContaining(hint) });
});

it("ends with a usage error when nothing is called so", async () => {
  const run = await runCli(["graph", "--explain", "erp/order"], { cwd: `${PROJECTS}python/class-factories` });

  expect(run).toEqual({ exitCode: 2, stdout: "", stderr: expect.stringContaining("error: Nothing is called `erp/order`") });
});

it("prints the same explanation as data", async () => {
  const { exitCode, stdout } = await runCli(["graph", "--explain", "erp_job.assets", "--format", "json"], {
    cwd: `${PROJECTS}python/class-factories`,
  });

  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    explanations: [{ subject: "job", name: "erp_job", fields: [{ field: "assets", value: ["erp/invoices", "erp/orders"], unknown: [] }] }],
  });
});

it("colours nothing that is not a terminal, and everything else stays the same on one", async () => {
  const cwd = `${PROJECTS}python/class-factories`;
  const plain = await runCli(["graph", "--explain", "erp/orders"], { cwd });
  const coloured = await runCli(["graph", "--explain", "erp/orders"], { cwd, interactive: true });

  expect(plain.stdout).not.toContain("\u001b[");
  expect(coloured.stdout).toContain("\u001b[");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what a colour begins with
  expect(coloured.stdout.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain.stdout);
});
