/** The fields of a definition with who said each of them: see `field-rules.ts` for what may say what. */
import type { FunctionValue, LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { FieldExplanation, FieldMember, FieldOrigin, UnknownCause } from "../../../types/explanation.ts";
import type { EdgeVia, SourceRange } from "../../../types/graph-document.ts";
import { toUserString } from "../../model/asset-key.ts";
import { doubtKey } from "../document/doubts.ts";
import type { Places } from "../document/places.ts";
import type { ResolvedDependency } from "../graph/asset-graph.ts";
import { assetChanges, specAt } from "./asset-changes.ts";
import { callLabel } from "./call-label.ts";
import type { DocumentEntry, ExplainContext } from "./explain.ts";
import { fieldOrigin, type Setter } from "./field-origin.ts";
import { FIELD_RULES, type FieldRule } from "./field-rules.ts";
import type { FoundSubject } from "./find-subjects.ts";
import type { History } from "./history.ts";

interface Explained {
  readonly subject: FoundSubject;
  readonly entry: DocumentEntry | undefined;
  readonly history: History | undefined;
  readonly writtenAt: SourceRange | null;
}

export function explainFields(explained: Explained, context: ExplainContext): readonly FieldExplanation[] {
  const setters = definitionSetters(explained, context);
  const { places, gaps } = context.location.doubts;
  const { subject } = explained;
  const docSubject = `${subject.kind}:${subject.name}`;
  return FIELD_RULES[subject.kind].map((rule) => {
    const value = stateOf(explained)?.fields.get(rule.stored ?? "");
    const unknown = (gaps.get(doubtKey(docSubject, rule.field)) ?? []).map((gap) => causesOf(gap, places));
    const shown = shownValue(rule, explained);
    const step = lastStep(rule, explained);
    const parts = {
      rule,
      value,
      shown,
      writtenAt: explained.writtenAt,
      step,
      definitions: setters,
      function: speakingFunction(rule, subject),
      places,
    };
    const origin = hasOrigin(rule, subject) ? fieldOrigin(parts) : null;
    return { field: rule.field, value: shown, origin, members: membersOf(rule, explained, { places, origin }), unknown };
  });
}

/** What only names a key says nothing else of it; what a resource is made of is said by its members. */
function hasOrigin({ field }: FieldRule, { kind, asset, object }: FoundSubject): boolean {
  const isMadeOfParts = field === "type" || field === "config" || field === "kind" || field === "checks";
  return !isMadeOfParts && (kind === "asset" ? asset?.claim !== undefined : object !== undefined);
}

/** The function that may say the field: of dependencies only when one of its parameters is one. */
function speakingFunction({ field }: FieldRule, { function: fn, asset }: FoundSubject): FunctionValue | undefined {
  return field !== "deps" || asset?.dependencies.some(({ parameter }) => parameter !== undefined) ? fn : undefined;
}

/** The spec in its last state, else the object itself. */
function stateOf({ subject }: Explained): LibraryObject | undefined {
  return subject.asset?.claim?.spec ?? subject.object;
}

function shownValue({ field }: FieldRule, { subject, entry }: Explained): unknown {
  if (field !== "deps") return entry?.[field] ?? null;
  return [...new Set((subject.asset?.dependencies ?? []).map(({ to }) => to))].sort();
}

/** The step that changed the field last. */
function lastStep({ field }: FieldRule, { history, subject }: Explained): Setter | undefined {
  const index = subject.asset?.claim?.index ?? 0;
  const step = history?.steps.findLast(({ before, after }) => assetChanges(before, after, index).some((change) => change.field === field));
  return step && { name: step.by.name, label: callLabel(step.by.name), args: step.by.args, at: step.by.at };
}

/** The calls that made it: its own spec first, then what the spec was given to. */
function definitionSetters({ subject, history }: Explained, { names }: ExplainContext): readonly Setter[] {
  const { asset, object } = subject;
  const origin = history?.origin ?? object;
  const spec = asset?.claim && (origin ? specAt(origin, asset.claim.index) : asset.claim.spec);
  const made = [spec, origin].filter((each) => each !== undefined);
  return [...new Set(made)].flatMap((each): readonly Setter[] => {
    const name = names.nameOf(each);
    return name === undefined ? [] : [{ name, label: callLabel(name, names.isDecorator(each)), args: each.args, at: each.at }];
  });
}

interface MemberContext {
  readonly places: Places;
  readonly origin: FieldOrigin | null;
}

function membersOf({ field }: FieldRule, { subject, entry }: Explained, { places, origin }: MemberContext): readonly FieldMember[] {
  if (field === "deps") {
    return (subject.asset?.dependencies ?? []).map((dependency) => ({
      name: dependency.to,
      words: dependencyWords(dependency),
      place: dependencyPlace(dependency, places.rangeOf(dependency.at), origin),
    }));
  }
  return field === "config" ? configMembers(subject.value, entry, places) : [];
}

/** A definition that is given itself, and what a library derives, bring a place that is not where the dependency is said. */
function dependencyPlace({ via, parameter }: ResolvedDependency, own: SourceRange, origin: FieldOrigin | null): SourceRange {
  const said = origin?.place;
  if (!said || parameter !== undefined || via === "parameter") return own;
  const isInside = own.file === said.file && own.line >= said.line && own.line <= said.endLine;
  return isInside || !own.file.endsWith(".py") ? own : said;
}

const VIA_WORDS: Readonly<Record<EdgeVia, string>> = {
  parameter: "a parameter",
  deps: "`deps=`",
  ins: "`ins=`",
  spec: "`deps=` of its spec",
  internal: "`internal_asset_deps=`",
  dbt: "the dbt project",
  sling: "the Sling replication",
  dlt: "the dlt source",
  component: "the component",
};

function dependencyWords({ via, parameter, path, resolvedBy }: ResolvedDependency): string {
  const written = parameter === undefined ? VIA_WORDS[via] : `parameter \`${parameter}\``;
  switch (resolvedBy) {
    case "group":
      return `${written}, written \`${toUserString(path)}\`: the one of that name in its group`;
    case "table":
      return `${written}, written \`${toUserString(path)}\`: the one with the same table name`;
    case "none":
      return `${written}; nothing defines it`;
    default:
      return written;
  }
}

function configMembers(value: Value | undefined, entry: DocumentEntry | undefined, places: Places): readonly FieldMember[] {
  const config = entry?.["config"];
  if (typeof config !== "object" || config === null) return [];
  const args = value?.kind === "instance" ? value.construction?.args : value?.kind === "object" ? value.args : undefined;
  return Object.entries(config as Readonly<Record<string, object>>).map(([name, given]) => {
    const at = args?.keywords.get(name)?.at;
    return { name, words: configWords(given), place: at ? places.rangeOf(at) : null };
  });
}

function configWords(given: object): string {
  if ("env" in given) return `the environment variable ${String(given.env)}`;
  if ("unresolved" in given) return `not known: ${String(given.unresolved)}`;
  return "value" in given ? (JSON.stringify(given.value) ?? "") : "";
}

const MAX_CAUSES = 12;

/** From what was met to its root. Links that say the same at the same place are one. */
function causesOf(gap: Unknown, places: Places): readonly UnknownCause[] {
  const chain: UnknownCause[] = [];
  const seen = new Set<string>();
  for (
    let cause: Unknown | undefined = gap, depth = 0;
    cause && depth < 100 && chain.length < MAX_CAUSES;
    cause = cause.cause, depth += 1
  ) {
    const place = places.rangeOf(cause.at.path === "" ? gap.at : cause.at);
    const identity = `${place.file}:${place.line}:${cause.message}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    chain.push({ reason: cause.reason, message: cause.message, place });
  }
  return chain;
}
