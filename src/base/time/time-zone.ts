/**
 * Names of time zones as Python's `zoneinfo` takes them: case-sensitive, aliases included. The list is recorded, because `Intl` ignores case and
 * knows what its own build knows. Offsets are `Intl`'s.
 */
import { TIME_ZONES } from "./time-zones.generated.ts";

const NAMES: ReadonlySet<string> = new Set(
  Object.entries(TIME_ZONES).flatMap(([area, names]) => names.split(" ").map((name) => (area === "" ? name : `${area}/${name}`))),
);

/** False only for what is surely no zone; trees that some systems have beside the names (`posix/…`, `right/…`) pass. */
export function isTimeZone(name: string): boolean {
  return NAMES.has(name) || /^(?:posix\/|right\/)/.test(name) || name === "localtime" || name === "posixrules";
}

export function timeZoneNames(): Iterable<string> {
  return NAMES;
}

/** True when its clocks are changed in the course of `year`. */
export function hasDaylightSaving(name: string, year: number): boolean {
  const offsets = new Set(Array.from({ length: 12 }, (_, month) => offsetAt(name, new Date(Date.UTC(year, month, 1)))));
  return offsets.size > 1;
}

function offsetAt(name: string, date: Date): string {
  try {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" }).formatToParts(date);
    return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
}
