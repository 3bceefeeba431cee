/** Changes as short lines, so that a table of cases can be read: `asset orders changed: group raw -> clean`. */
import { diffLocations } from "../../src/diff/diff-locations.ts";
import type { Change, FieldChange } from "../../src/types/review-report.ts";
import { type LocationSketch, location } from "../support/graph/graph-builder.ts";

export type DiffCase = readonly [sentence: string, base: LocationSketch, head: LocationSketch, changes: readonly string[]];

export function changesOf(base: readonly LocationSketch[], head: readonly LocationSketch[]): readonly string[] {
  return diffLocations(base.map(location), head.map(location)).flatMap((diff) => diff.changes.map(inWords));
}

export function changesIn(base: LocationSketch, head: LocationSketch): readonly string[] {
  return changesOf([base], [head]);
}

function inWords(change: Change): string {
  const parts = [
    `${change.subject.kind} ${change.previousName === null ? "" : `${change.previousName} `}${change.type === "renamed" ? "renamed " : ""}${change.subject.name}`,
    ...(change.type === "renamed" ? [] : [change.type]),
  ];
  const fields = change.fields.map(fieldInWords);
  const doubt = change.uncertainty;
  const breaking = change.breaking.map((reason) => `! ${reason.reason} (${reason.affects.join(", ")})`);
  return [
    `${parts.join(" ")}${fields.length > 0 ? `: ${fields.join("; ")}` : ""}`,
    ...(doubt === null ? [] : [`? ${[doubt.side, ...doubt.fields].join(" ")}`]),
    ...breaking,
  ].join(" ");
}

function fieldInWords(field: FieldChange): string {
  const members = [...field.added.map((member) => `+${member}`), ...field.removed.map((member) => `-${member}`)];
  if (members.length > 0) {
    return `${field.field} ${members.join(" ")}`;
  }
  return field.before === null && field.after === null ? field.field : `${field.field} ${field.before} -> ${field.after}`;
}
