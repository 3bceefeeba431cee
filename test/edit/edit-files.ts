/** Carries out one request on a few files given as text, the way `dagsight edit` does. */
import { DEFAULT_CONFIGURATION } from "../../src/configuration/default-configuration.ts";
import type { Analysis, EntryPoint } from "../../src/dagster/analysis.ts";
import { analyzeProject } from "../../src/dagster/analyze-project.ts";
import type { EditOutcome } from "../../src/edit/change-set.ts";
import { editProject } from "../../src/edit/edit-project.ts";
import type { EditRequest } from "../../src/edit/edit-request.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import type { CodeLocation } from "../../src/types/graph-document.ts";
import { createMemoryTree } from "../support/memory-tree.ts";
import { testParser } from "../syntax/test-parser.ts";

export type Files = Readonly<Record<string, string>>;

const parser = await testParser();

export function entryOf(files: Files): readonly EntryPoint[] | undefined {
  const file = files["definitions.py"] === undefined ? undefined : "definitions.py";
  return file === undefined ? undefined : [{ kind: "file", target: file, workingDirectory: "" }];
}

async function analysed(files: Files) {
  const tree = createMemoryTree(files);
  await tree.load(Object.keys(files));
  const entries = entryOf(files);
  const options = { environment: new Map<string, string>(), root: "", ...(entries && { entries }) };
  const lowered = new Map();
  const refusals = (read: Analysis) =>
    runRules(read, DEFAULT_CONFIGURATION, { parser }).filter(({ tier, severity }) => tier === "dagster-would-fail" && severity === "error");
  return { analysis: analyzeProject(tree, options, parser, lowered), context: { options, parser, lowered, refusals } };
}

export async function editFiles(files: Files, request: EditRequest): Promise<EditOutcome> {
  const { analysis, context } = await analysed(files);
  return editProject(analysis, request, context).outcome;
}

/** The files after the edit. Fails the test with the reason when it is refused. */
export async function edited(files: Files, request: EditRequest): Promise<Files> {
  const outcome = await editFiles(files, request);
  if (outcome.kind === "refusal") throw new Error(outcome.diagnostics.map(({ rule, message }) => `${rule}: ${message}`).join("\n"));
  return { ...files, ...Object.fromEntries(outcome.files.map(({ path, after }) => [path, after])) };
}

/** `reason: message` of the refusal. */
export async function refused(files: Files, request: EditRequest): Promise<string> {
  const outcome = await editFiles(files, request);
  if (outcome.kind === "change-set") throw new Error(`not refused: ${outcome.files.map(({ after }) => after).join("\n")}`);
  return outcome.diagnostics.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
}

export async function graphOf(files: Files): Promise<readonly CodeLocation[]> {
  return (await analysed(files)).analysis.locations.map(({ document }) => document);
}
