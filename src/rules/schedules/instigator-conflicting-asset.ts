import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import { targetsOf } from "../../dagster/loading/graph/build-instigators.ts";
import { keyId, readAssetKey, toUserString } from "../../dagster/model/asset-key.ts";
import { payloadOf } from "../../dagster/model/payload.ts";
import type { LibraryObject } from "../../python/value.ts";
import { selectionPlace } from "../facts/automation/job-selections.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { about } from "../facts/subject.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const instigatorConflictingAsset = defineRule({
  name: "instigator-conflicting-asset",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule or sensor targets an asset object, and another definition of the same key is in the code location.",
    why: "Dagster refuses: `schedule '...' targets asset '...', but a different asset with the same key was provided. Assets must have unique keys.`",
    example: `import dagster as dg

@dg.asset(name="orders")
def orders_of_today(): ...

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target=[orders_of_today])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    source: "dagster/_core/definitions/repository_definition/repository_data_builder.py (_process_and_validate_target_assets), 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const instigator of [...graph.schedules, ...graph.sensors]) {
        if (instigator.condition || ("implicit" in instigator && instigator.implicit)) continue;
        const targeted = targetsOf(instigator.object).flatMap((target) => (target.kind === "selection" ? (target.assets ?? []) : []));
        const clash = targeted
          .filter(({ condition }) => !condition)
          .flatMap((object) => clashOf(object, instigator.object, graph) ?? [])[0];
        if (!clash) continue;
        report({
          message: `\`${instigator.name}\` targets another definition of \`${clash.key}\` than the one that is loaded`,
          why: `Dagster: "… targets asset '${clash.key}', but a different asset with the same key was provided. Assets must have unique keys."`,
          help: 'Target the asset that is loaded, or name it: `target=["…"]`.',
          location: selectionPlace(instigator.object),
          related: [{ location: placeOfDefinition(clash.loaded), message: `\`${clash.key}\` is loaded from here` }],
          ...about(instigator.object),
        });
      }
    }
  },
});

/** The first key that a definition made at another place claims as well. Derived definitions keep the identity of the first. */
function clashOf(
  object: LibraryObject,
  instigator: LibraryObject,
  graph: RepositoryGraph,
): { readonly key: string; readonly loaded: LibraryObject } | undefined {
  const own = payloadOf(object, "assets")?.id;
  if (object.type !== "dagster.AssetsDefinition" || !own) return undefined;
  for (const spec of elementsOf(object.fields.get("specs")).items) {
    const key = spec.kind === "object" ? readAssetKey(spec.fields.get("key") ?? spec) : undefined;
    const claim = key?.known ? graph.assets.get(keyId(key.value))?.claim : undefined;
    if (!key?.known || !claim || claim.condition || claim.addedBy === instigator || claim.object === object) continue;
    const isSource = claim.object.type === "dagster.SourceAsset";
    if (!isSource && claim.payload?.id !== own) return { key: toUserString(key.value), loaded: claim.object };
  }
  return undefined;
}
