/**
 * Removes an asset with what names it: its definition, elements of lists and `deps`, imports, unused parameters of consumers. What needs a decision
 * (a check on it, a function that uses its value, a selection of it) is refused with its place.
 */
import type { Span } from "../../base/span.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { CodeLocation } from "../../types/graph-document.ts";
import { about, type Refusal, refuse } from "../change-set.ts";
import { type FoundAsset, findAsset } from "../definitions/definition-of.ts";
import { ownStatement } from "../definitions/own-statement.ts";
import { withConsequences } from "../graph/intended.ts";
import { usesOfGlobal } from "../names/global-uses.ts";
import { nothingToDo, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { definitionEdit, elementEdit } from "../text/take-out.ts";
import { dependencyEdits } from "./remove-dep.ts";

export interface RemoveAsset {
  readonly asset: string;
}

export function removeAsset(project: Project, { asset }: RemoveAsset): Proposal | Refusal {
  const subject = `asset:${asset}`;
  const title = `Remove asset \`${asset}\``;
  const [found] = findAsset(project, asset);
  if (!found) return nothingToDo(title, subject);
  const edits = removalEdits(project, found);
  if ("kind" in edits) return about(subject, edits);
  return {
    kind: "proposal",
    title,
    subject,
    plans: [{ edits, intended: (before, after) => withConsequences(withoutAsset(before, asset), after) }],
  };
}

function withoutAsset(location: CodeLocation, key: string): CodeLocation {
  const edges = location.edges.filter(({ from, to }) => from !== key && to !== key);
  const isNamed = (stub: string) => edges.some(({ from }) => from === stub) || location.checks.some(({ asset }) => asset === stub);
  const nodes = location.nodes.filter((node) => node.key !== key && (node.kind !== "stub" || isNamed(node.key)));
  return { ...location, nodes, edges };
}

function removalEdits(project: Project, { asset, location }: FoundAsset): readonly FileEdit[] | Refusal {
  const key = asset.path.join("/");
  const [check] = location.graphs.flatMap((graph) => graph.checks.filter((each) => each.asset.join("/") === key));
  if (check)
    return refuse("not-editable", `the check \`${check.name}\` is on \`${key}\``, { at: check.at, help: "Remove the check first." });
  const { claim } = asset;
  const at = claim?.object.args ? claim.object.at : claim?.spec.at;
  const own = at && ownStatement(project, at);
  const inline = at && !own ? project.file(at.path) : undefined;
  const element = inline && at ? elementEdit(project, inline, at) : undefined;
  if (!claim || asset.claims.length !== 1 || !(own ?? element) || sharesDefinition(location, asset))
    return refuse("computed-value", `\`${key}\` is not one definition of its own`, { at: claim?.at, help: "Remove it by hand." });
  const edits: FileEdit[] = [];
  for (const graph of location.graphs) {
    for (const consumer of graph.assets.values()) {
      if (!consumer.dependencies.some(({ to }) => to === asset.id)) continue;
      const own = dependencyEdits(project, { asset: consumer, location }, key);
      if ("kind" in own) return own;
      edits.push(...own);
    }
  }
  if (!own) return element ? [...edits, element] : edits;
  const uses = useEdits(project, { path: own.file.path, name: own.name }, { definition: own.statement, done: edits });
  return "kind" in uses ? uses : [...edits, ...uses, definitionEdit(own.file, own.statement)];
}

function sharesDefinition({ graphs }: FoundAsset["location"], { claim, id }: FoundAsset["asset"]): boolean {
  return graphs.some((graph) => [...graph.assets.values()].some((other) => other.id !== id && other.claim?.object === claim?.object));
}

interface Removing {
  readonly definition: Span;
  /** Edits that take some of the uses away already. */
  readonly done: readonly FileEdit[];
}

function useEdits(
  project: Project,
  global: { readonly path: string; readonly name: string },
  { definition, done }: Removing,
): readonly FileEdit[] | Refusal {
  const edits: FileEdit[] = [];
  for (const { path, start, end } of usesOfGlobal(project, global).at) {
    const file = project.file(path);
    const isGone =
      (path === global.path && definition.start <= start && end <= definition.end) ||
      done.some((edit) => edit.path === path && edit.start <= start && end <= edit.end);
    if (!file || isGone) continue;
    const edit = elementEdit(project, file, { start, end });
    if (!edit)
      return refuse("not-editable", `\`${global.name}\` is used here`, {
        at: { path, start, end },
        help: "Change this place by hand, then remove the asset.",
      });
    edits.push(edit);
  }
  return edits;
}
