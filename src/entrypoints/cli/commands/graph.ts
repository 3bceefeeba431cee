/** `dagsight graph`: the graph of what is on the disk. */
import { analysisOptions } from "../../../app/analysis-options.ts";
import { explainGraph } from "../../../app/explain-graph.ts";
import { readGraph } from "../../../app/read-graph.ts";
import { selectAssets } from "../../../app/select-assets.ts";
import { exhaustive } from "../../../base/exhaustive.ts";
import { renderGraphDot } from "../../../render/dot/graph-dot.ts";
import { renderJson } from "../../../render/json/stable-document.ts";
import { renderGraphDiagram } from "../../../render/mermaid/graph-diagram.ts";
import { renderExplanationText } from "../../../render/terminal/explanation-text.ts";
import type { GraphDocument } from "../../../types/graph-document.ts";
import { type OpenedProject, openProject } from "../input/open-project.ts";
import { readConfiguration } from "../input/read-configuration.ts";
import { type CliIo, type ExitCode, UsageError } from "../io.ts";
import type { EntryOptions, GraphFormat, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { textOptions } from "../output/text-options.ts";
import { type Session, withSession } from "../session.ts";

export interface GraphOptions extends EntryOptions, SharedOptions<GraphFormat> {
  /** Dagster's selection syntax. */
  readonly select?: string;
  /** The name of a definition, or `NAME.field`. */
  readonly explain?: string;
}

export function runGraph(path: string, options: GraphOptions, io: CliIo): Promise<ExitCode> {
  if (options.explain !== undefined) return runExplanation(path, { ...options, explain: options.explain }, io);
  return withSession<OpenedProject, ExitCode>(options, io, {
    open: () => openProject(path, options, io),
    async work(project, { engine, progress }) {
      progress.step(`reading ${project.tree.paths().length} files`);
      const { configuration } = await readConfiguration(project.tree, { env: options.env }, progress);
      const graph = await readGraph(project.tree, analysisOptions(project, configuration), engine);
      if (graph.codeLocations.length === 0) progress.note(`No Dagster code location found in ${project.folder || project.root}.`);
      await writeDocument(renderGraph(select(graph, options.select), options.format), options.output, io);
      return 0;
    },
  });
}

/** Text, whatever picture is the default of the command; JSON where that is asked for. */
function runExplanation(path: string, options: GraphOptions & { readonly explain: string }, io: CliIo): Promise<ExitCode> {
  return withSession<OpenedProject, ExitCode>(options, io, {
    open: () => openProject(path, options, io),
    async work(project, { engine, progress }: Session) {
      progress.step(`reading ${project.tree.paths().length} files`);
      const { configuration } = await readConfiguration(project.tree, { env: options.env }, progress);
      const explained = await explainGraph(project.tree, analysisOptions(project, configuration), engine, options.explain);
      if (!explained.ok) throw new UsageError(explained.message);
      const { document, textOf } = explained;
      const text = options.format === "json" ? renderJson(document) : renderExplanationText(document, textOptions(options, io, textOf));
      await writeDocument(text, options.output, io);
      return 0;
    },
  });
}

function select(graph: GraphDocument, selection: string | undefined): GraphDocument {
  if (selection === undefined || graph.codeLocations.length === 0) return graph;
  const selected = selectAssets(graph, selection);
  if (!selected.ok) throw new UsageError(selected.message);
  return selected.document;
}

function renderGraph(graph: GraphDocument, format: GraphOptions["format"]): string {
  switch (format) {
    case "json":
      return renderJson(graph);
    case "dot":
      return renderGraphDot(graph.codeLocations);
    case "text":
      return JSON.stringify(graph);
    case "mermaid":
      return renderGraphDiagram(graph.codeLocations) ?? tooLarge(graph);
    default:
      return exhaustive(format);
  }
}

function tooLarge(graph: GraphDocument): never {
  const assets = graph.codeLocations.reduce((sum, { nodes }) => sum + nodes.length, 0);
  throw new UsageError(
    `${assets} assets are more than Mermaid draws. Name one folder or module, or use \`--format json\` or \`--format dot\`.`,
  );
}
