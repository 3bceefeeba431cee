/**
 * What a service holds is known at run time only (law 2): everything that comes from one workspace stands in the graph as one opaque node, which is
 * no claim, and the collection that it is in stays open. Its key is a placeholder, `fivetran/ACCOUNT/...`: no real key, but one that Dagster would take.
 */
import type { CallContext } from "../../../python/library.ts";
import { dict, list, set, str } from "../../../python/make-value.ts";
import type { ListValue, Unknown, Value } from "../../../python/value.ts";
import { perhaps } from "../../../python/values/one-of.ts";
import { makeAssetKey } from "../assets/asset-key.ts";
import { makeSpec, tagsWithKinds } from "../assets/asset-spec.ts";
import { copy } from "../construct.ts";

export interface RemotePart {
  /** `fivetran` */
  readonly service: string;
  /** In words: "the tables of the Fivetran connector `abc`". */
  readonly what: string;
  /** Parts of the placeholder's key between the service and the dots: the account, the connector. */
  readonly path: readonly string[];
}

/** A field of the spec that says why its key is a placeholder; `loading/document` reads it. */
export const OPAQUE = "\0opaque";

export function remoteGap({ what }: RemotePart, { interpreter, at }: CallContext): Unknown {
  return interpreter.unknown("runtime-input", `${what} are known at run time only`, at);
}

/** A list of the opaque node alone, open. */
export function opaqueSpecs(part: RemotePart, context: CallContext): ListValue {
  const gap = remoteGap(part, context);
  const key = makeAssetKey(
    [part.service, ...part.path.map(nameOf), "..."].map((name) => str(name)),
    context.at,
  );
  const spec = makeSpec(
    {
      key,
      tags: tagsWithKinds(undefined, set([str(part.service)]), context),
      group_name: gap,
      description: gap,
      deps: list([], gap),
      metadata: dict([], gap),
    },
    context,
  );
  return list([perhaps(copy(spec, { [OPAQUE]: gap }), gap)], gap);
}

/** `https://acme.looker.com` is `acme.looker.com`. */
function nameOf(text: string): string {
  return text.replace(/^\w+:\/\//, "").replaceAll(/[^A-Za-z0-9_.-]+/g, "_");
}

/** What a workspace is told apart by: the literal, or the name of the environment variable, of the first of its fields that says. */
export function identityOf(workspace: Value, fields: readonly string[]): readonly string[] {
  const own = workspace.kind === "object" ? workspace.fields : workspace.kind === "instance" ? workspace.attributes : undefined;
  for (const name of fields) {
    const value = own?.get(name);
    const text = value?.kind === "object" ? value.fields.get("env_var_name") : value;
    if (text?.kind === "str" && text.value !== "") return [text.value];
  }
  return [];
}
