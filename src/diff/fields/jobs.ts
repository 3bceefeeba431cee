/** What of a job is compared: which assets, checks and ops it runs, and in what order. */
import type { Job } from "../../types/graph-document.ts";
import { codeField, scalarField, setField, stableJson } from "../compare-field.ts";
import { type ObjectKind, plainEntry, type Renamed } from "../entry.ts";
import { printPartitions } from "./partitions.ts";

export const JOBS: ObjectKind<Job> = {
  kind: "job",
  entries: (location) => location.document.jobs.map((job) => plainEntry("job", job.name, job, location)),
  nameAtHead: (entry) => entry.name,
  fields: [
    scalarField("kind", "kind", (entry) => entry.object.kind),
    setField("assets", "assets", (entry) => entry.object.assets, followAsset),
    setField("checks", "checks", (entry) => entry.object.checks, followCheck),
    setField("ops", "ops", (entry) => entry.object.ops),
    setField("dependencies", "opEdges", (entry) => entry.object.opEdges.map((edge) => `${edge.from} → ${edge.to}`)),
    scalarField("partitions", "partitions", (entry) => printPartitions(entry.object.partitions)),
    codeField(),
  ],
  identities: ({ object, codeHash }) => [
    ...(codeHash === null ? [] : [`code ${codeHash}`]),
    ...(object.assets.length + object.ops.length === 0 ? [] : [stableJson([object.kind, object.assets, object.ops, object.opEdges])]),
  ],
};

/** An asset key of the base, as the head calls it. */
export function followAsset(key: string, renamed: Renamed): string {
  return renamed.assets.get(key) ?? key;
}

/** `asset:name`; the name of a check has no colon. */
export function followCheck(check: string, renamed: Renamed): string {
  const colon = check.lastIndexOf(":");
  return `${followAsset(check.slice(0, colon), renamed)}${check.slice(colon)}`;
}
