/**
 * What assets are given for an attribute (`owners`, `tags`, `group_name`), wherever that is written: in a decorator, an `AssetSpec`, an `AssetOut`,
 * and, of what is loaded, in specs that were rewritten since. Each member is seen once.
 */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { LibraryCall } from "../../../python/library-call.ts";
import type { Value } from "../../../python/value.ts";
import type { RuleContext } from "../../rule.ts";
import { callsGiving } from "../calls.ts";
import { rememberByNames } from "../remember.ts";
import { subjectOf } from "../subject.ts";
import { placeInArgument, placeWithin } from "../values.ts";
import { assetsGiving } from "./certain-assets.ts";

/** Calls that take attributes of assets. */
export const ASSET_CALLS = [
  "dagster.asset",
  "dagster.multi_asset",
  "dagster.graph_asset",
  "dagster.graph_multi_asset",
  "dagster.AssetSpec",
  "dagster.AssetOut",
  "dagster.SourceAsset",
  "dagster.observable_source_asset",
  "dagster.multi_observable_source_asset",
];

/** Methods that give a spec other attributes. */
const REWRITING_CALLS = ["dagster.AssetSpec.replace_attributes", "dagster.AssetSpec.merge_attributes"];

export interface Member {
  readonly value: Value;
  /** Of a mapping. */
  readonly key?: Value;
  /** The value of the attribute, which is its own only member when it is no collection. */
  readonly of: Value;
}

export interface AttributeMember extends Member {
  readonly at: Location;
  readonly subject?: string;
}

/** Members are many, and hardly any is worth a finding: place and subject are found for the wanted ones only. */
export function attributeMembers(
  { location }: Pick<RuleContext, "location">,
  parameter: string,
  isWanted: (member: Member) => boolean,
): readonly AttributeMember[] {
  const seen = new Set<Value>();
  const found: AttributeMember[] = [];
  for (const member of membersOf(location, parameter)) {
    if (!isWanted(member)) continue;
    const { key, value, of, source } = member;
    const identity = key ?? value;
    if (seen.has(identity)) continue;
    seen.add(identity);
    found.push({ value, of, ...(key && { key }), at: placeOfMember(identity, source, parameter), ...subjectOfValue(source.about()) });
  }
  return found;
}

interface GivenMember extends Member {
  readonly source: GivenValue;
}

/** Several rules look at each. */
const membersOf = rememberByNames((location: LoadedLocation, [parameter = ""]) => {
  const found: GivenMember[] = [];
  for (const source of valuesOf(location, parameter)) addMembers(found, source);
  return found;
});

function addMembers(found: GivenMember[], source: GivenValue): void {
  const of = source.value;
  switch (of.kind) {
    case "list":
    case "tuple":
      for (const value of of.items) found.push({ value, of, source });
      return;
    case "set":
      for (const value of of.items.values()) found.push({ value, of, source });
      return;
    case "dict":
      for (const { key, value } of of.entries.values()) found.push({ value, key, of, source });
      return;
    default:
      found.push({ value: of, of, source });
  }
}

/** A value that the attribute is given, the first time that it is met. */
type GivenValue = {
  readonly value: Value;
  /** The asset. */
  about(): Value | undefined;
} & ({ readonly argument: ArgumentValue } | { readonly argument?: undefined; readonly claim: AssetClaim });

const valuesOf = rememberByNames(findValues);

function findValues(location: LoadedLocation, [parameter = ""]: readonly string[]): readonly GivenValue[] {
  const found = new Map<Value, GivenValue>();
  for (const call of callsGiving(location, parameter, ...ASSET_CALLS, ...REWRITING_CALLS)) {
    const argument = call.given(parameter);
    if (argument && !found.has(argument.value))
      found.set(argument.value, { value: argument.value, argument, about: () => madeBy(call.call) });
  }
  for (const { asset, value } of location.graphs.flatMap((graph) => assetsGiving(graph, parameter))) {
    if (!found.has(value)) found.set(value, { value, claim: asset.claim, about: () => asset.claim.spec });
  }
  return [...found.values()];
}

function placeOfMember(member: Value, source: GivenValue, parameter: string): Location {
  if (source.argument) return placeInArgument(member, source.argument);
  const { object, spec } = source.claim;
  const argument = spec.args?.keywords.get(parameter) ?? object.args?.keywords.get(parameter);
  return placeWithin(member, object.at) ?? argument?.at ?? object.at;
}

/** What the call makes: the asset, or the one that the decorator makes of its function. */
export function subjectOfCall(call: LibraryCall): { readonly subject?: string } {
  return subjectOfValue(madeBy(call));
}

function madeBy({ applications, result }: LibraryCall): Value | undefined {
  return applications[0]?.result ?? result;
}

function subjectOfValue(value: Value | undefined): { readonly subject?: string } {
  const subject = subjectOf(value);
  return subject === undefined ? {} : { subject };
}
