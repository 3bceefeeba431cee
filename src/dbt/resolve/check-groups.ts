/** What dbt refuses of groups: one that nobody defines, and a reference to a private model from outside of its group. */
import { type DbtNode, isEnabled } from "../nodes/dbt-node.ts";
import { noteProblem, type ProjectReading } from "../project/project-reading.ts";
import { placeOfCall } from "./resolve-references.ts";

/** `groups` are ids as a manifest has them: `group.shop.finance`. */
export function checkGroups(reading: ProjectReading, nodes: readonly DbtNode[], groups: ReadonlySet<string>): void {
  const hidden = new Map<string, DbtNode>();
  for (const node of nodes) {
    if (isPrivate(node)) hidden.set(node.uniqueId, node);
    else if (hidden.size > 0) hidden.delete(node.uniqueId);
  }
  for (const node of nodes) {
    if (!isEnabled(node)) continue;
    const { group } = node;
    if (group !== undefined && GROUPED.has(node.resourceType) && !groups.has(`group.${node.packageName}.${group}`))
      noteProblem(reading, placeOf(node).path, {
        kind: "unknown-group",
        severity: "error",
        message: `the group \`${group}\` of the ${node.resourceType} \`${node.name}\` is not defined`,
        node: node.uniqueId,
        span: placeOf(node),
      });
    if (hidden.size > 0) for (const id of node.dependsOn) refusePrivate(reading, node, hidden.get(id));
  }
}

function isPrivate({ resourceType, access }: DbtNode): boolean {
  return resourceType === "model" && access === "private";
}

const GROUPED: ReadonlySet<string> = new Set(["model", "seed", "snapshot"]);

function refusePrivate(reading: ProjectReading, node: DbtNode, target: DbtNode | undefined): void {
  if (target === undefined || node.uncertainParents.includes(target.uniqueId)) return;
  if (node.group !== undefined && node.group === target.group) return;
  noteProblem(reading, node.location.path, {
    kind: "private-ref",
    severity: "error",
    message: `the ${node.resourceType} \`${node.name}\` depends on \`${target.name}\`, which is private to the group \`${target.group ?? ""}\``,
    node: node.uniqueId,
    related: target.location,
    span: placeOfCall(reading, node, { name: target.name, version: undefined }),
  });
}

/** Groups are nearly always said in YAML. */
function placeOf({ patchLocation, location }: DbtNode): DbtNode["location"] {
  return patchLocation ?? location;
}
