/**
 * One object of one side, ready to compare: its name, itself, and what the document keeps apart from it (the hash of its code,
 * an asset's dependencies). An object kind is a list of entries and a list of fields; nothing else differs between kinds.
 */
import type { AssetCheck, AssetNode, Job, Resource, Schedule, Sensor } from "../types/graph-document.ts";
import type { FieldChange, FieldName, SubjectKind } from "../types/review-report.ts";
import type { ComparedLocation } from "./compared-location.ts";

export type ComparedObject = AssetNode | AssetCheck | Job | Schedule | Sensor | Resource;

export interface Entry<T extends ComparedObject> {
  readonly name: string;
  readonly object: T;
  readonly codeHash: string | null;
  /** Upstream keys of an asset, with the partition mapping of each; conditional edges are left out. Empty for other kinds. */
  readonly dependencies: ReadonlyMap<string, string | null>;
}

/** What of a field the document lists as unresolved: the field itself, or parts of it (`partitions.start`). */
export function unreadParts({ unresolved }: ComparedObject, property: string): readonly string[] {
  return unresolved.filter((field) => field === property || field.startsWith(`${property}.`));
}

/** Compares one field; null when nothing changed. */
export interface ComparedField<T extends ComparedObject> {
  readonly field: FieldName;
  /** The name under which the document lists the field as unresolved. */
  readonly property: string;
  compare(base: Entry<T>, head: Entry<T>, renamed: Renamed): FieldChange | null;
}

/** New names of what was renamed, by old name: so that a list that follows a renaming does not count as changed. */
export interface Renamed {
  readonly assets: ReadonlyMap<string, string>;
  readonly jobs: ReadonlyMap<string, string>;
}

export interface ObjectKind<T extends ComparedObject> {
  readonly kind: SubjectKind;
  entries(location: ComparedLocation): readonly Entry<T>[];
  /** The name that an object of the base has at the head, once what it is named after was renamed. */
  nameAtHead(entry: Entry<T>, renamed: Renamed): string;
  readonly fields: readonly ComparedField<T>[];
  /** What two objects of different names must share to be one that was renamed; any one suffices. Empty: never renamed. */
  identities(entry: Entry<T>): readonly string[];
}

/** An entry of a kind that has no dependencies. */
export function plainEntry<T extends ComparedObject>(kind: SubjectKind, name: string, object: T, location: ComparedLocation): Entry<T> {
  return { name, object, codeHash: location.codeHashes.get(`${kind}:${name}`) ?? null, dependencies: new Map() };
}
