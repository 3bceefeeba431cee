/**
 * What assets are given for an attribute (`owners`, `tags`, `group_name`), wherever that is written: in a decorator, an `AssetSpec`, an `AssetOut`,
 * and, of what is loaded, in specs that were rewritten since. Each member is seen once.
 */
import type { Location } from "../../base/span.ts";
import type { AssetClaim } from "../../dagster/loading/graph/asset-graph.ts";
import type { Value } from "../../python/value.ts";
import type { RuleContext } from "../rule.ts";
import { type Call, callsOf } from "./calls.ts";
import { subjectOf } from "./subject.ts";
import { placeInArgument, placeWithin } from "./values.ts";

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

/** `membersOf` takes the value of the attribute apart: a string is its own only member. */
export function attributeMembers(
  context: RuleContext,
  parameter: string,
  membersOf: (value: Value) => readonly Member[],
): readonly AttributeMember[] {
  const seen = new Set<Value>();
  const isNew = ({ key, value }: Member): boolean => {
    const identity = key ?? value;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  };
  const written = callsOf(context.location, ...ASSET_CALLS, ...REWRITING_CALLS).flatMap((call) => {
    const argument = call.given(parameter);
    if (!argument) return [];
    return membersOf(argument.value)
      .filter(isNew)
      .map((member) => ({ ...member, at: placeInArgument(member.key ?? member.value, argument), ...subjectOfCall(call) }));
  });
  const loaded = context.graphs.flatMap((graph) =>
    [...graph.assets.values()].flatMap(({ claim }) => {
      const value = claim && !claim.condition ? claim.spec.fields.get(parameter) : undefined;
      if (!claim || !value) return [];
      return membersOf(value)
        .filter(isNew)
        .map((member) => ({ ...member, at: placeOfMember(member, claim, parameter), ...subjectOfValue(claim.spec) }));
    }),
  );
  return [...written, ...loaded];
}

function placeOfMember({ key, value }: Member, { object, spec }: AssetClaim, parameter: string): Location {
  const argument = spec.args?.keywords.get(parameter) ?? object.args?.keywords.get(parameter);
  return placeWithin(key ?? value, object.at) ?? argument?.at ?? object.at;
}

/** What the call makes: the asset, or the one that the decorator makes of its function. */
export function subjectOfCall({ call }: Call): { readonly subject?: string } {
  return subjectOfValue(call.applications[0]?.result ?? call.result);
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
