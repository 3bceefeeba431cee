/** `build_freshness_checks_from_dbt_assets`: a freshness check for each model whose `meta.dagster.freshness_check` asks for one. */

import { mappingOf } from "../../../../dbt/project/project-file.ts";
import type { ArgumentValue, CallContext } from "../../../../python/library.ts";
import { list, NONE } from "../../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../../python/value.ts";
import { specsOf } from "../../assets/assets-definition.ts";
import { derive, isEmpty, isObject } from "../../construct.ts";
import { parametersOf } from "../parameters.ts";
import { payloadOfManifest } from "../project/manifest.ts";
import { entryAt } from "../text-field.ts";
import { type DbtSpecPayload, UNIQUE_ID } from "./node-spec.ts";

export function freshnessChecks(context: CallContext): Value {
  const { interpreter, at } = context;
  const definitions = interpreter.iterate(parametersOf(context).value("dbt_assets"), at);
  const checks: Value[] = [];
  let gap: Unknown | undefined = definitions.gap;
  for (const definition of definitions.items) {
    if (!isObject(definition, "dagster.AssetsDefinition")) {
      gap ??= definition.kind === "unknown" ? definition : undefined;
      continue;
    }
    const specs = specsOf(definition);
    gap ??= specs.gap;
    for (const spec of specs.items) {
      if (!isObject(spec, "dagster.AssetSpec") || !asksForCheck(spec)) continue;
      const made = interpreter.iterate(checkOf(spec.fields.get("key") ?? NONE, spec.fields.get("partitions_def"), context), at);
      checks.push(...made.items);
    }
  }
  return list(checks, gap);
}

function asksForCheck(spec: LibraryObject): boolean {
  const manifest = payloadOfManifest((spec.payload as DbtSpecPayload | undefined)?.manifest);
  const id = entryAt(spec.fields.get("metadata"), UNIQUE_ID);
  const node = id?.kind === "str" ? manifest?.project.nodes.get(id.value) : undefined;
  return node !== undefined && mappingOf(mappingOf(node.meta.get("dagster")).get("freshness_check")).size > 0;
}

/** By the models of Dagster's own builders. */
function checkOf(key: Value, partitions: Value | undefined, { interpreter, at }: CallContext): Value {
  const isWindowed =
    partitions !== undefined && !isEmpty(partitions) && interpreter.isInstance(partitions, "dagster.TimeWindowPartitionsDefinition");
  const name = isWindowed ? "dagster.build_time_partition_freshness_checks" : "dagster.build_last_update_freshness_checks";
  const keywords = new Map<string, ArgumentValue>([["assets", { value: list([key]), at }]]);
  if (!isWindowed) keywords.set("lower_bound_delta", { value: derive("datetime.timedelta", {}, at), at });
  return interpreter.call({ kind: "symbol", name }, { positional: [], keywords, complete: true }, at);
}
