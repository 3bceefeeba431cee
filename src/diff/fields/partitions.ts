/** A partitions definition as one line, and whether materialisations of the old one still belong to the new one. */
import { compareKeys } from "../../base/order.ts";
import type { Partitions } from "../../types/graph-document.ts";

const SHOWN_KEYS = 8;

/** `daily from 2024-01-01 (Europe/Berlin)`, `static: eu, us`, `multi: date = daily from 2024-01-01, region = static: eu, us`. */
export function printPartitions(partitions: Partitions | null): string | null {
  if (partitions === null) {
    return null;
  }
  switch (partitions.type) {
    case "static":
      return `static: ${printKeys(partitions)}`;
    case "dynamic":
      return `dynamic${partitions.name === null ? "" : `: ${partitions.name}`}`;
    case "multi":
      return `multi: ${Object.entries(partitions.dimensions ?? {})
        .sort(([left], [right]) => compareKeys(left, right))
        .map(([name, dimension]) => `${name} = ${printPartitions(dimension)}`)
        .join(", ")}`;
    default:
      return printTimeWindow(partitions);
  }
}

function printTimeWindow(partitions: Partitions): string {
  const parts = [
    partitions.type,
    partitions.type === "time-window" && partitions.cron !== null ? `\`${partitions.cron}\`` : null,
    partitions.start === null ? null : `from ${partitions.start}`,
    partitions.end === null ? null : `to ${partitions.end}`,
    partitions.timezone === null ? null : `(${partitions.timezone})`,
    partitions.endOffset === null || partitions.endOffset === 0 ? null : `end offset ${partitions.endOffset}`,
    partitions.fmt === null || partitions.fmt === "%Y-%m-%d" ? null : `format ${partitions.fmt}`,
  ];
  return parts.filter((part) => part !== null).join(" ");
}

function printKeys(partitions: Partitions): string {
  const keys = partitions.keys ?? [];
  const total = partitions.count ?? keys.length;
  const more = total > SHOWN_KEYS ? `, … ${total} keys` : "";
  return `${keys.slice(0, SHOWN_KEYS).join(", ")}${more}`;
}

/**
 * True when every partition of the base is still a partition of the head under the same key: more static keys, an earlier start,
 * a later end. Anything else (another cadence, timezone, format, fewer keys) orphans what was materialised.
 */
export function stillLineUp(base: Partitions | null, head: Partitions | null): boolean {
  if (base === null || head === null) {
    return base === head;
  }
  if (
    base.type !== head.type ||
    base.timezone !== head.timezone ||
    base.cron !== head.cron ||
    base.fmt !== head.fmt ||
    base.name !== head.name
  ) {
    return false;
  }
  if (base.type === "static") {
    const kept = new Set(head.keys ?? []);
    return (base.keys ?? []).every((key) => kept.has(key)) && (head.count ?? kept.size) >= (base.count ?? 0);
  }
  if (base.type === "multi") {
    const before = base.dimensions ?? {};
    const after = head.dimensions ?? {};
    const names = Object.keys(before);
    return names.length === Object.keys(after).length && names.every((name) => stillLineUp(before[name] ?? null, after[name] ?? null));
  }
  return startsNoLater(base.start, head.start) && endsNoEarlier(base, head);
}

function startsNoLater(base: string | null, head: string | null): boolean {
  return base === head || (base !== null && head !== null && head <= base);
}

function endsNoEarlier(base: Partitions, head: Partitions): boolean {
  const endKept = base.end === head.end || head.end === null || (base.end !== null && head.end >= base.end);
  return endKept && (head.endOffset ?? 0) >= (base.endOffset ?? 0);
}
