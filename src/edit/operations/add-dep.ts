/**
 * Adds a dependency the way the asset takes its inputs: as a parameter where its function loads others by parameters, else in `deps`, written as
 * the other elements are: by the definition's name, by its key.
 */
import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import type { KeyPath } from "../../dagster/model/asset-key.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Expression } from "../../syntax/expression.ts";
import { outerEnd, outerStart } from "../../syntax/outer-span.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import type { AssetEdge, CodeLocation, EdgeVia } from "../../types/graph-document.ts";
import { inFile, type Refusal, refuse } from "../change-set.ts";
import { type FoundAsset, findAsset, functionOfClaim, type WrittenDefinition, writtenDefinition } from "../definitions/definition-of.ts";
import { withConsequences, withEdges } from "../graph/intended.ts";
import { hasParameter, isIdentifier } from "../names/identifiers.ts";
import { usesOfName } from "../names/name-uses.ts";
import { nothingToDo, type Plan, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { argumentOf, setArgument } from "../text/arguments.ts";
import { type Delimited, insertItem } from "../text/delimited.ts";
import { importDagster } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import { addEntryDep } from "../yaml/entry-deps.ts";

export interface AddDep {
  readonly asset: string;
  readonly upstream: string;
}

export function addDep(project: Project, { asset, upstream }: AddDep): Proposal | Refusal {
  const subject = `asset:${asset}`;
  const title = `Let asset \`${asset}\` depend on \`${upstream}\``;
  const [found] = findAsset(project, asset);
  const claim = found?.asset.claim;
  if (!found || !claim) return refuse("unknown-subject", `no definition of an asset \`${asset}\` was found`, { subject });
  const source = findAsset(project, upstream).find(({ location }) => location === found.location);
  if (!source)
    return refuse("unknown-subject", `there is no asset \`${upstream}\` in this code location`, {
      subject,
      help: "Add the asset first, or declare it with `AssetSpec`.",
    });
  if (found.asset.dependencies.some(({ to }) => to === source.asset.id)) return nothingToDo(title, subject);
  if (reaches(found.location.document, asset, upstream))
    return refuse("graph-would-differ", `\`${upstream}\` depends on \`${asset}\` already: this would close a cycle`, {
      at: claim.at,
      subject,
    });
  const fn = functionOfClaim(claim);
  const written = writtenDefinition(project, claim.spec, fn) ?? writtenDefinition(project, claim.object, fn);
  const entry = written ? undefined : addEntryDep(project, claim, source.asset.path);
  if (entry)
    return {
      kind: "proposal",
      title,
      subject,
      at: claim.at,
      plans: [{ edits: entry, intended: intendedEdge({ asset, upstream }, "deps") }],
    };
  if (!written)
    return refuse("computed-value", `\`${asset}\` is not made by one decorator, call or entry of YAML that could be edited`, {
      at: claim.at,
      subject,
      help: "Change the dependencies where the asset is made.",
    });
  return {
    kind: "proposal",
    title,
    subject,
    at: claim.at,
    plans: plansOf(project, { found, source: source.asset, written, asset, upstream }),
  };
}

interface Adding {
  readonly found: FoundAsset;
  readonly source: GraphAsset;
  readonly written: WrittenDefinition;
  readonly asset: string;
  readonly upstream: string;
}

function* plansOf(project: Project, adding: Adding): Iterable<Plan> {
  const { found, written } = adding;
  const loads = found.asset.dependencies.some(({ parameter }) => parameter !== undefined);
  const byParameter = loads && written.function ? parameterEdits(project, adding) : undefined;
  if (byParameter) yield { edits: byParameter.edits, intended: intendedEdge(adding, byParameter.via) };
  for (const edits of depsEdits(project, adding)) yield { edits, intended: intendedEdge(adding, "deps") };
}

function intendedEdge({ asset, upstream }: AddDep, via: EdgeVia): Plan["intended"] {
  return (before, after) => {
    const isThere = before.nodes.some(({ key }) => key === asset) && before.nodes.some(({ key }) => key === upstream);
    if (!isThere) return before;
    const read = after.edges.find(({ from, to }) => from === upstream && to === asset);
    const edge: AssetEdge = {
      from: upstream,
      to: asset,
      via: [read?.via.includes("spec") ? "spec" : via],
      mapping: null,
      source: read?.source ?? { file: "", line: 1, column: 1, endLine: 1, endColumn: 1 },
      unresolved: read?.unresolved ?? [],
      conditional: null,
      assumes: read?.assumes ?? [],
    };
    return withConsequences(withEdges(before, [...before.edges, edge]), after);
  };
}

/** True when `from` leads down to `to`. */
function reaches({ edges }: CodeLocation, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const key of seen) {
    if (key === to) return true;
    for (const edge of edges) if (edge.from === key) seen.add(edge.to);
  }
  return false;
}

/** Behind the last parameter that loads an asset; a key of several parts is told in `ins`. */
function parameterEdits(
  project: Project,
  { found, source, written }: Adding,
): { readonly edits: readonly FileEdit[]; readonly via: EdgeVia } | undefined {
  const { file, call, function: fn } = written;
  const name = source.path.at(-1) ?? "";
  if (!fn || !isIdentifier(name) || hasParameter(fn.parameters, name)) return undefined;
  const uses = usesOfName(name, project.body(file, fn), file.text, (inner) => project.body(file, inner));
  if (uses.reads.length + uses.bindings.length > 0) return undefined;
  const loading = new Set(found.asset.dependencies.map(({ parameter }) => parameter));
  const last = fn.parameters.findLastIndex((parameter) => loading.has(parameter.name));
  const list: Delimited = { ...fn.parametersSpan, items: fn.parameters };
  const style = styleOf(file);
  const edits = insertItem(file.text, list, name, { style, index: last + 1 });
  if (source.path.length === 1) return { edits: inFile(file.path, edits), via: "parameter" };
  const assetIn = importDagster(file, "AssetIn");
  const entry = `${renderLiteral(name, style.quote)}: ${assetIn.text}(key=${renderLiteral(source.path, style.quote)})`;
  const ins = argumentOf(call, "ins")?.value;
  if (ins && ins.kind !== "dict") return undefined;
  const told = ins
    ? insertItem(file.text, { start: ins.start, end: ins.end, items: ins.entries }, entry, { style })
    : setArgument(file.text, call, { name: "ins", value: `{${entry}}` }, style);
  return { edits: [...assetIn.edits, ...inFile(file.path, [...edits, ...told])], via: "ins" };
}

/** One plan for each way of naming the upstream, the file's own first. */
function* depsEdits(project: Project, { source, written }: Adding): Iterable<readonly FileEdit[]> {
  const { file, call } = written;
  const style = styleOf(file);
  const given = argumentOf(call, "deps")?.value;
  for (const { text, edits } of spellings(project, { file, given, source, written })) {
    if (!given || given.kind === "none") {
      yield [...edits, ...inFile(file.path, setArgument(file.text, call, { name: "deps", value: `[${text}]` }, style))];
      continue;
    }
    if (given.kind === "list" || given.kind === "set" || given.kind === "tuple") {
      const items = given.items.map((item) => ({ start: outerStart(item), end: outerEnd(item) }));
      const { start, end } = given.parentheses ?? given;
      yield [...edits, ...inFile(file.path, insertItem(file.text, { start, end, items }, text, { style }))];
    } else if (given.kind === "name" || given.kind === "binary" || given.kind === "call") {
      const at = outerEnd(given);
      yield [...edits, { path: file.path, start: at, end: at, text: ` + [${text}]` }];
    }
  }
}

interface Spelling {
  readonly text: string;
  readonly edits: readonly FileEdit[];
}

interface SpellingContext {
  readonly file: SourceFile;
  readonly given: Expression | undefined;
  readonly source: GraphAsset;
  readonly written: WrittenDefinition;
}

function* spellings(_project: Project, { file, given, source, written }: SpellingContext): Iterable<Spelling> {
  const items = given?.kind === "list" || given?.kind === "set" || given?.kind === "tuple" ? given.items : [];
  const byName = items.length === 0 || items.some(({ kind }) => kind === "name" || kind === "attribute");
  const name = localName(source, file, written.call.start);
  if (byName && name !== undefined) yield { text: name, edits: [] };
  yield keyText(source.path, file);
}

/** The module-level name of the upstream's function, where it is defined above in the same file. */
function localName({ claims }: GraphAsset, { path }: SourceFile, before: number): string | undefined {
  const fn = claims[0] && functionOfClaim(claims[0]);
  const isAbove = fn?.file.path === path && fn.definition.end < before && fn.closure.kind === "module";
  return isAbove && claims.length === 1 ? fn.name : undefined;
}

/** `"orders"`, `dg.AssetKey(["raw", "orders"])`. */
function keyText(path: KeyPath, file: SourceFile): Spelling {
  const { quote } = styleOf(file);
  if (path.length === 1) return { text: renderLiteral(path[0] ?? "", quote), edits: [] };
  const { text, edits } = importDagster(file, "AssetKey");
  return { text: `${text}(${renderLiteral(path, quote)})`, edits };
}
