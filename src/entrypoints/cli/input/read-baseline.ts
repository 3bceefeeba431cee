/** The accepted findings of a run: those of the file that an option names, else of the one that the tree's configuration names. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadBaseline } from "../../../app/check/load-baseline.ts";
import { AppError } from "../../../app/errors.ts";
import { parseBaseline } from "../../../configuration/baseline-file.ts";
import type { BaselineEntry } from "../../../diagnostics/baseline.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { LoadableTree } from "../../../ports/source-store.ts";
import type { Configuration } from "../../../types/configuration.ts";
import { type CliIo, UsageError } from "../io.ts";
import { describeProblem } from "./describe-problem.ts";

export interface BaselineOptions {
  /** False: `--no-baseline`. */
  readonly baseline?: string | boolean;
}

/** Throws `UsageError` for a file that is no baseline, `file-not-found` for one that was named and is not there. */
export async function readBaseline(
  tree: LoadableTree,
  configuration: Configuration,
  { baseline }: BaselineOptions,
  io: CliIo,
): Promise<readonly BaselineEntry[]> {
  if (baseline === false) return [];
  if (typeof baseline !== "string") {
    const loaded = await loadBaseline(tree, configuration.baseline);
    return accepted(loaded.entries, loaded.diagnostics, textIn(tree, configuration.baseline ?? ""));
  }
  const text = await readFile(resolve(io.cwd, baseline), "utf8").catch((cause: unknown) => {
    throw new AppError({ code: "file-not-found", path: baseline }, { cause });
  });
  const parsed = parseBaseline(text, baseline);
  return accepted(parsed.entries, parsed.diagnostics, text);
}

function accepted(entries: readonly BaselineEntry[], diagnostics: readonly Diagnostic[], text: string): readonly BaselineEntry[] {
  if (diagnostics.length > 0) throw new UsageError(diagnostics.map((diagnostic) => describeProblem(diagnostic, text)).join("\n"));
  return entries;
}

function textIn(tree: LoadableTree, path: string): string {
  const content = tree.read(path);
  return typeof content === "string" ? "" : new TextDecoder().decode(content);
}
