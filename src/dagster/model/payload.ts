/** What models keep with an object besides its fields, data that is no Python value: told apart by its `kind`, and asked for in this one way. */
import type { Value } from "../../python/value.ts";
import type { AssetJobPayload, AssetsPayload, CompositionPayload, DepPayload, SensorPayload, TargetPayload } from "./objects.ts";
import type { ConditionPayload, LazyPayload, MergedPayload, RecordPayload, SelectionPayload, SpecCodePayload } from "./small-payloads.ts";

type Payload =
  | AssetJobPayload
  | AssetsPayload
  | CompositionPayload
  | ConditionPayload
  | DepPayload
  | LazyPayload
  | MergedPayload
  | RecordPayload
  | SelectionPayload
  | SensorPayload
  | SpecCodePayload
  | TargetPayload;

type OfKind<Kind extends Payload["kind"]> = Extract<Payload, { readonly kind: Kind }>;

/** Of an object that has one of this kind. */
export function payloadOf<Kind extends Payload["kind"]>(value: Value | undefined, kind: Kind): OfKind<Kind> | undefined {
  const payload = value?.kind === "object" ? value.payload : undefined;
  return isOfKind(payload, kind) ? payload : undefined;
}

function isOfKind<Kind extends Payload["kind"]>(payload: unknown, kind: Kind): payload is OfKind<Kind> {
  return typeof payload === "object" && payload !== null && "kind" in payload && payload.kind === kind;
}
