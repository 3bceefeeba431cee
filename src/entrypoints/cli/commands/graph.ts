/** `dagsight graph`: the graph of what is on the disk. */
import { readTemplates } from "../../../adapters/files/package-files.ts";
import { analysisOptions } from "../../../app/analysis/analysis-options.ts";
import { explainGraph } from "../../../app/explain-graph.ts";
import { readGraph } from "../../../app/read-graph.ts";
import { selectAssets } from "../../../app/select-assets.ts";
import { exhaustive } from "../../../base/exhaustive.ts";
import { renderGraphDot } from "../../../render/dot/graph-dot.ts";
import { renderJson } from "../../../render/json/stable-document.ts";
import { renderGraphDiagram } from "../../../render/mermaid/graph-diagram.ts";
import { renderExplanationText } from "../../../render/terminal/explanation-text.ts";
import { renderGraphText } from "../../../render/terminal/graph-text.ts";
import { summaryWords } from "../../../render/wording/summary-words.ts";
import type { GraphDocument } from "../../../types/graph-document.ts";
import { type OpenedProject, openProject } from "../input/open-project.ts";
import { readConfiguration } from "../input/read-configuration.ts";
import { type CliIo, type ExitCode, UsageError } from "../io.ts";
import type { EntryOptions, GraphFormat, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { textOptions, usesColour } from "../output/text-options.ts";
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
      const selected = select(graph, options.select);
      const colour = usesColour(options, io);
      // A picture shows what is there; that it is not all is said beside it.
      if (isPicture(options.format) && selected.summary.unresolvedPlaces > 0)
        progress.note(`${summaryWords(selected.summary)}. \`--format text\` says why.`);
      await writeDocument(await renderGraph(selected, options.format, colour), options.output, io);
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

function isPicture(format: GraphFormat): boolean {
  return format === "mermaid" || format === "dot" || format === "svg";
}

async function renderGraph(graph: GraphDocument, format: GraphFormat, colour: boolean): Promise<string> {
  switch (format) {
    case "json":
      return renderJson(graph);
    case "dot":
      return renderGraphDot(graph.codeLocations);
    case "text":
      return renderGraphText(graph, { colour });
    case "html": {
      const { createGraphPageRenderer } = await import("../../../render/html/graph-page.ts");
      return createGraphPageRenderer(await readTemplates())(graph);
    }
    case "svg": {
      const { renderGraphPicture } = await import("../../../render/svg/graph-picture.ts");
      return renderGraphPicture(graph.codeLocations);
    }
    case "mermaid":
      return renderGraphDiagram(graph.codeLocations) ?? tooLarge(graph);
    default:
      return exhaustive(format);
  }
}

function tooLarge(graph: GraphDocument): never {
  const assets = graph.codeLocations.reduce((sum, { nodes }) => sum + nodes.length, 0);
  throw new UsageError(
    `${assets} assets are more than Mermaid draws. Name one folder or module, or use \`--format svg\` or \`--format json\`.`,
  );
}
