/** Use case: how one definition of a project came to be, by its name, or one field of it as `NAME.field`. */
import { nearestWord } from "../base/edit-distance.ts";
import type { Analysis, AnalysisOptions } from "../dagster/analysis.ts";
import { explain } from "../dagster/loading/explain/explain.ts";
import { fieldNames } from "../dagster/loading/explain/field-rules.ts";
import { subjectsOf } from "../dagster/loading/explain/find-subjects.ts";
import type { LoadableTree } from "../ports/source-store.ts";
import type { TextOf } from "../report/finding.ts";
import type { Explanation, ExplanationDocument } from "../types/explanation.ts";
import type { Engine } from "./analysis/engine.ts";
import { loadAnalysis } from "./analysis/load-analysis.ts";
import { sourceTexts } from "./analysis/source-text.ts";

export type ExplainedGraph =
  | { readonly ok: true; readonly document: ExplanationDocument; readonly textOf: TextOf }
  /** In words, for the person who asked. */
  | { readonly ok: false; readonly message: string };

export async function explainGraph(
  tree: LoadableTree,
  options: AnalysisOptions,
  engine: Engine,
  question: string,
): Promise<ExplainedGraph> {
  const analysis = await loadAnalysis(tree, options, engine);
  const found = answer(analysis, question);
  if (!found.ok) return found;
  const document: ExplanationDocument = {
    schemaVersion: 1,
    generator: { name: "dagsight", version: engine.version },
    environment: Object.fromEntries([...options.environment].sort()),
    explanations: found.explanations,
  };
  return { ok: true, document, textOf: sourceTexts(analysis) };
}

type Answer = { readonly ok: true; readonly explanations: readonly Explanation[] } | { readonly ok: false; readonly message: string };

/** The whole question as a name first: a key may hold dots. */
function answer({ locations }: Analysis, question: string): Answer {
  const explanations = locations.flatMap((location) => explain(location, question));
  if (explanations.length > 0) return { ok: true, explanations };
  const dot = question.lastIndexOf(".");
  const [name, field] = [question.slice(0, dot), question.slice(dot + 1)];
  const ofName = dot < 1 ? [] : locations.flatMap((location) => explain(location, name, field));
  if (ofName.length === 0) return { ok: false, message: unknownName(locations, question) };
  const explained = ofName.filter(({ fields }) => fields.length > 0);
  return explained.length > 0 ? { ok: true, explanations: explained } : { ok: false, message: unknownField(ofName, name, field) };
}

function unknownName(locations: Analysis["locations"], question: string): string {
  const names = locations.flatMap((location) => subjectsOf(location).map((subject) => subject.name));
  const nearest = nearestWord(question, names) ?? names.find((name) => name.endsWith(`/${question}`));
  const hint =
    nearest !== undefined
      ? `Did you mean \`${nearest}\`?`
      : names.length === 0
        ? "No definition was found at all."
        : "`dagsight graph --format text` lists what there is.";
  return `Nothing is called \`${question}\`. ${hint}`;
}

function unknownField(explanations: readonly Explanation[], name: string, field: string): string {
  const fields = [...new Set(explanations.flatMap(({ subject }) => fieldNames(subject)))];
  const nearest = nearestWord(field, fields);
  return `\`${name}\` has no field \`${field}\`. ${nearest === undefined ? `Its fields: ${fields.join(", ")}.` : `Did you mean \`${nearest}\`?`}`;
}
