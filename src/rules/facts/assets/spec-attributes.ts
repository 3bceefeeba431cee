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
}

export interface AttributeMember extends Member {
  readonly at: Location;
  readonly subject?: string;
}

export interface WantedMembers {
  /** Takes the value of the attribute apart: a string is its own only member. */
  membersOf(value: Value): readonly Member[];
  /** Members are many, and hardly any is worth a finding: place and subject are found for these only. */
  isWanted(member: Member): boolean;
}

export function attributeMembers(
  { location }: Pick<RuleContext, "location">,
  parameter: string,
  { membersOf, isWanted }: WantedMembers,
): readonly AttributeMember[] {
  const seen = new Set<Value>();
  const found: AttributeMember[] = [];
  for (const given of valuesOf(location, parameter)) {
    for (const member of membersOf(given.value)) {
      const identity = member.key ?? member.value;
      if (!isWanted(member) || seen.has(identity)) continue;
      seen.add(identity);
      found.push({ ...member, at: placeOfMember(member, given, parameter), ...subjectOfValue(given.about()) });
    }
  }
  return found;
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
  for (const { assets } of location.graphs) {
    for (const { claim } of assets.values()) {
      const value = claim && !claim.condition ? claim.spec.fields.get(parameter) : undefined;
      if (claim && value && value.kind !== "none" && !found.has(value)) found.set(value, { value, claim, about: () => claim.spec });
    }
  }
  return [...found.values()];
}

function placeOfMember({ key, value }: Member, source: GivenValue, parameter: string): Location {
  if (source.argument) return placeInArgument(key ?? value, source.argument);
  const { object, spec } = source.claim;
  const argument = spec.args?.keywords.get(parameter) ?? object.args?.keywords.get(parameter);
  return placeWithin(key ?? value, object.at) ?? argument?.at ?? object.at;
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

/** Members of a list, tuple or set; a value that is none of these is its own. */
export function itemsOf(value: Value): readonly Member[] {
  switch (value.kind) {
    case "list":
    case "tuple":
      return value.items.map((item) => ({ value: item }));
    case "set":
      return [...value.items.values()].map((item) => ({ value: item }));
    case "dict":
      return [...value.entries.values()];
    default:
      return [{ value }];
  }
}
