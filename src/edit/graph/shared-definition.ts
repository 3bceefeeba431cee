/**
 * Assets that one piece of code makes (a factory, a loop, a function of several assets): what is written there goes for all of them, which is why an edit
 * of one of them is refused.
 */
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import type { GraphDifference } from "./comparable-graph.ts";

export interface SharedDefinition {
  readonly message: string;
  readonly help: string;
}

/** `undefined` when the difference is about no other asset of the same code. `subject` is that of the edit: `asset:KEY`. */
export function sharedWith(
  { subject: differing }: GraphDifference,
  location: LoadedLocation,
  subject: string,
): SharedDefinition | undefined {
  const [, key] = /^asset:(.*)$/s.exec(subject) ?? [];
  const assets = location.graphs.flatMap((graph) => [...graph.assets.values()]);
  const own = assets.find((asset) => nameOf(asset) === key);
  const together = own ? assets.filter((asset) => asset !== own && isOfSameCode(asset, own)) : [];
  const named = [...differing.matchAll(/`([^`]*)`/g)].flatMap(([, text = ""]) => text.split(" -> "));
  if (!together.some((asset) => named.includes(nameOf(asset)))) return undefined;
  const [first, ...others] = together.map((asset) => `\`${nameOf(asset)}\``);
  const rest = others.length > 2 ? `${others.length} others` : others.join(", ");
  return {
    message: `the code that makes \`${key}\` makes ${[first, rest].filter((text) => text).join(" and ")} too, and would change them as well`,
    help: "Let that code take what differs as a parameter, or make this asset by code of its own.",
  };
}

function nameOf({ path }: GraphAsset): string {
  return path.join("/");
}

function isOfSameCode(left: GraphAsset, right: GraphAsset): boolean {
  const [one, other] = [left.claim, right.claim];
  return one !== undefined && other !== undefined && (isSame(one.object.at, other.object.at) || isSame(one.spec.at, other.spec.at));
}

function isSame(left: Location, right: Location): boolean {
  return left.path === right.path && left.start === right.start && left.end === right.end;
}
