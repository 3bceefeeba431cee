/** What a name on the command line may mean in a code location: assets by key, checks as `asset:check`, everything else by its name; `job:daily` says which. */

import type { Location } from "../../../base/span.ts";
import { NOWHERE } from "../../../python/make-value.ts";
import type { FunctionValue, LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { SubjectKind } from "../../../types/explanation.ts";
import type { LoadedLocation } from "../../analysis.ts";
import { toUserString } from "../../model/asset-key.ts";
import { payloadOf } from "../../model/payload.ts";
import { functionOf } from "../document/asset-document.ts";
import type { GraphAsset } from "../graph/asset-graph.ts";

export interface FoundSubject {
  readonly kind: SubjectKind;
  readonly name: string;
  /** Absent for a key that is only named, and for a resource that is no object. */
  readonly object?: LibraryObject | undefined;
  readonly at: Location;
  readonly function?: FunctionValue | undefined;
  readonly condition?: Unknown | undefined;
  readonly asset?: GraphAsset;
  /** The schedule or sensor that brings it along. */
  readonly broughtBy?: LibraryObject | undefined;
  /** Of a resource. */
  readonly value?: Value;
}

/** In the order of the graph: assets, checks, jobs, schedules, sensors, resources. */
export function subjectsOf({ graphs }: LoadedLocation): readonly FoundSubject[] {
  return graphs.flatMap((graph): readonly FoundSubject[] => [
    ...[...graph.assets.values()].map((asset) => assetSubject(asset)),
    ...graph.checks.map(({ object, spec, at, condition, asset, name }): FoundSubject => {
      const fn = functionOf(payloadOf(object, "assets")?.function);
      const place = spec.at.path === "" ? at : spec.at;
      return { kind: "check", name: `${toUserString(asset)}:${name}`, object, at: place, condition, function: fn };
    }),
    ...graph.jobs
      .filter(({ hidden }) => !hidden)
      .map(({ object, at, condition, name, namedBy }): FoundSubject => {
        const fn = payloadOf(object, "composition")?.function;
        return { kind: "job", name, object, at, condition, function: fn, broughtBy: namedBy };
      }),
    ...graph.schedules.map(
      ({ object, at, condition, name }): FoundSubject => ({ kind: "schedule", name, object, at, condition, function: decorated(object) }),
    ),
    ...graph.sensors.map(
      ({ object, at, condition, name }): FoundSubject => ({ kind: "sensor", name, object, at, condition, function: decorated(object) }),
    ),
    ...graph.resources.map(
      ({ key, value, at, condition }): FoundSubject => ({
        kind: "resource",
        name: key,
        at,
        condition,
        value,
        object: value.kind === "object" ? value : undefined,
      }),
    ),
  ]);
}

function assetSubject(asset: GraphAsset): FoundSubject {
  const { claim, path, namedAt, namedUnder } = asset;
  const name = toUserString(path);
  if (!claim) return { kind: "asset", name, at: namedAt[0] ?? NOWHERE, condition: namedUnder, asset };
  const fn = functionOf(claim.payload?.function ?? claim.object.fields.get("observe_fn"));
  return {
    kind: "asset",
    name,
    object: claim.object,
    at: claim.at,
    condition: claim.condition,
    function: fn,
    asset,
    broughtBy: claim.addedBy,
  };
}

/** The function that a schedule or sensor evaluates, when its model keeps it. */
export function decorated(object: LibraryObject): FunctionValue | undefined {
  return functionOf((object.payload as { readonly function?: Value } | undefined)?.function);
}

/** By name, or by kind and name. */
export function isCalled({ kind, name }: FoundSubject, wanted: string): boolean {
  return name === wanted || `${kind}:${name}` === wanted;
}
