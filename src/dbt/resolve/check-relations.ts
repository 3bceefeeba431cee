/** What dbt refuses of relations: two nodes that would be one table. Only what is said in so many words is compared. */
import type { Location } from "../../base/span.ts";
import { type DbtNode, isEnabled } from "../nodes/dbt-node.ts";
import { noteProblem, type ProjectReading } from "../project/project-reading.ts";
import { type DbtValue, isUnknown } from "../value.ts";

/** `nodes` in dbt's order; macros of the project that make names are not looked into. */
export function checkRelations(reading: ProjectReading, nodes: readonly DbtNode[]): void {
  const known = new Map<string, DbtNode>();
  for (const node of nodes) {
    const relation = relationOf(node);
    if (relation === undefined) continue;
    const other = known.get(relation);
    known.set(relation, other ?? node);
    if (other === undefined || other.uniqueId === node.uniqueId) continue;
    const place: Location = node.location;
    noteProblem(reading, place.path, {
      kind: "ambiguous-relation",
      severity: "error",
      message: `the ${node.resourceType} \`${node.name}\` and the ${other.resourceType} \`${other.name}\` are both the relation \`${node.alias}\``,
      node: node.uniqueId,
      related: other.location,
      span: place,
    });
  }
}

const RELATIONAL: ReadonlySet<string> = new Set(["model", "seed", "snapshot"]);

/** Equal for nodes that dbt gives one name in the warehouse; `undefined` where that is not known. */
function relationOf(node: DbtNode): string | undefined {
  const { config } = node;
  if (!RELATIONAL.has(node.resourceType) || !isEnabled(node)) return undefined;
  const said = ["enabled", "alias", "schema", "database", "target_schema", "target_database"].map((name) => config.get(name) ?? null);
  if (said.some((value) => isUnknown(value))) return undefined;
  const [, , schema = null, database = null, ofSnapshot = null, databaseOfSnapshot = null] = said;
  const parts: readonly DbtValue[] = [database, databaseOfSnapshot, schema, ofSnapshot, node.alias];
  return JSON.stringify(parts.map((part) => (part === null ? null : String(part).trim())));
}
