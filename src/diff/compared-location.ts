/**
 * What the diff needs of one side of a code location: the published document and the hashes of the code behind its objects.
 * Everything below src/diff works on this, so that a test (or a cached document) can stand in for a whole analysis.
 */
import type { LoadedLocation } from "../dagster/analysis.ts";
import type { CodeLocation } from "../types/graph-document.ts";

export interface ComparedLocation {
  readonly document: CodeLocation;
  /** By subject: `asset:raw/orders`, `job:daily`, `check:raw/orders:no_nulls`. Absent: no code stands behind it. */
  readonly codeHashes: ReadonlyMap<string, string>;
}

export function comparedLocation(location: LoadedLocation): ComparedLocation {
  const codeHashes = new Map<string, string>();
  for (const [subject, provenance] of location.provenance) {
    if (provenance.codeHash !== undefined) {
      codeHashes.set(subject, provenance.codeHash);
    }
  }
  return { document: location.document, codeHashes };
}
