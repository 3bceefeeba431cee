/** Where deprecated names and methods of Dagster are used: what is called while the code is loaded, and what is written in the bodies that nobody runs. */
import { groupBy } from "../../../base/group-by.ts";
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import type { Call } from "../../../syntax/expression.ts";
import { walk } from "../../../syntax/walk.ts";
import { callsOf } from "../calls.ts";
import { callAt } from "../fixes/call-at.ts";
import { visitCodeWith, type WrittenName, writtenNames } from "../names/written-names.ts";
import { isBefore } from "../newest.ts";
import { configuredManagerFix, methodFix, nameFix, renamedMethodFix } from "./name-fix.ts";
import { DEPRECATED_METHODS, DEPRECATED_NAMES, type DeprecatedMethod, type DeprecatedName } from "./names.ts";

export interface DeprecatedUse {
  readonly deprecated: DeprecatedName | DeprecatedMethod;
  readonly at: Location;
  readonly fix: Fix | undefined;
}

/** What is always called while the code is loaded need not be looked for in bodies of functions, where the words mean much else. */
const WRITTEN: ReadonlyMap<string, DeprecatedName> = new Map(
  DEPRECATED_NAMES.filter(({ status }) => status !== "documented-otherwise").map((deprecated) => [deprecated.name, deprecated]),
);
/** Of a member of a class the class: that is the rarer word. */
const WORDS = new RegExp(`\\b(?:${[...new Set([...WRITTEN.keys()].map(rareWord))].join("|")})\\b`);
const METHODS = new RegExp(`\\.\\s*(?:${DEPRECATED_METHODS.map(({ method }) => method).join("|")})\\b`);

function rareWord(name: string): string {
  const [, first = "", second] = name.split(".");
  return first === "components" ? (second ?? first) : first;
}

export function deprecatedUses(location: LoadedLocation): readonly DeprecatedUse[] {
  const written = groupBy(writtenNames(location, WORDS), ({ name }) => name);
  const names = DEPRECATED_NAMES.filter(({ from }) => !isBefore(from, location));
  const methods = DEPRECATED_METHODS.filter(({ from }) => !isBefore(from, location));
  return [
    ...names.flatMap((deprecated) => usesOfName(deprecated, written, location)),
    ...methods.flatMap((deprecated) => callsOfMethod(deprecated, location)),
  ];
}

type WrittenNames = ReadonlyMap<string, readonly WrittenName[]>;

function usesOfName(deprecated: DeprecatedName, all: WrittenNames, location: LoadedLocation): readonly DeprecatedUse[] {
  const configured = (all.get(`${deprecated.name}.configured`) ?? []).map((name) => [placeKey(placeOf(name)), name] as const);
  const configuring = new Map(configured);
  const isLookedFor = WRITTEN.has(deprecated.name);
  const written = (isLookedFor ? (all.get(deprecated.name) ?? []) : []).filter(({ call }) => call || deprecated.isMentioned);
  const uses = new Map<string, DeprecatedUse>();
  for (const name of written) {
    const at = placeOf(name);
    const key = placeKey(at);
    const whole = configuring.get(key);
    uses.set(key, { deprecated, at, fix: whole ? configuredManagerFix(whole) : nameFix(name, deprecated, location) });
  }
  for (const { at } of callsOf(location, deprecated.name)) {
    const key = placeKey(at);
    if (!uses.has(key)) uses.set(key, { deprecated, at, fix: memberFix(deprecated, at, location) });
  }
  return [...uses.values()];
}

/** Of a method that is called on something made elsewhere: `selection.sources()`. */
function memberFix({ name, renamed }: DeprecatedName, at: Location, location: LoadedLocation): Fix | undefined {
  const file = location.files.get(at.path);
  if (renamed === undefined || file === undefined) return undefined;
  const call = callAt(file, at, location);
  return call && isMethod(call, name.slice(name.lastIndexOf(".") + 1)) ? renamedMethodFix(file, call, renamed) : undefined;
}

function placeOf({ file: { path }, expression, call }: WrittenName): Location {
  const { start, end } = call ?? expression;
  return { path, start, end };
}

function placeKey({ path, start }: Location): string {
  return `${start} ${path}`;
}

/** By the name alone: who the receiver is, is seldom known in a body. */
function callsOfMethod(deprecated: DeprecatedMethod, location: LoadedLocation): readonly DeprecatedUse[] {
  const found: DeprecatedUse[] = [];
  for (const file of location.files.values()) {
    visitCodeWith(METHODS, file, location, (statements) => {
      walk(statements, (node) => {
        if (node.kind !== "call" || !isMethod(node, deprecated.method)) return undefined;
        found.push({ deprecated, at: { path: file.path, start: node.start, end: node.end }, fix: methodFix(file, node, deprecated) });
        return undefined;
      });
    });
  }
  return found;
}

function isMethod({ callee }: Call, method: string): boolean {
  return callee.kind === "attribute" && callee.name === method;
}
