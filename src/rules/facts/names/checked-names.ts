/**
 * Names that Dagster holds to its rule for names, with the place where it is written: ops, graphs, jobs, schedules, sensors, hooks and aliases,
 * and the inputs and outputs of functions. Names of assets are made from keys and are looked at by rules of their own.
 */

import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { payloadOf } from "../../../dagster/model/payload.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { RuleContext } from "../../rule.ts";
import { callsOf } from "../calls.ts";
import { type Decoration, decorationsGiving } from "../decorations.ts";
import { placeOfDefinition } from "../definition-place.ts";
import { inputsOfDecoration } from "../functions/inputs.ts";
import { parametersByName } from "../functions/parameters.ts";
import { objectsByType } from "../logged.ts";
import { remember } from "../remember.ts";
import { subjectOf } from "../subject.ts";
import { placeWithin } from "../values.ts";
import { hasValidNameChars, isReservedName } from "./dagster-names.ts";

export interface CheckedName {
  /** "op", "job", "schedule", …, "input", "output". */
  readonly what: string;
  readonly name: string;
  readonly at: Location;
  readonly subject?: string;
}

/** Those that Dagster does not take. */
export function refusedNames({ location }: RuleContext): readonly CheckedName[] {
  return namesIn(location);
}

function isRefused(name: string): boolean {
  return !hasValidNameChars(name) || isReservedName(name);
}

type Where = Pick<RuleContext, "location" | "graphs">;

const namesIn = remember(findNames);

function findNames(location: LoadedLocation): readonly CheckedName[] {
  const context = { location, graphs: location.graphs };
  return [...definitionNames(context), ...jobNames(context), ...keywordNames(context), ...inputNames(context), ...outputNames(context)];
}

const TYPES: Readonly<Record<string, string>> = {
  "dagster.OpDefinition": "op",
  "dagster.GraphDefinition": "graph",
  "dagster.JobDefinition": "job",
  "dagster.ScheduleDefinition": "schedule",
  "dagster.SensorDefinition": "sensor",
  "dagster.AssetSensorDefinition": "sensor",
  "dagster.MultiAssetSensorDefinition": "sensor",
  "dagster.RunStatusSensorDefinition": "sensor",
  "dagster.AutomationConditionSensorDefinition": "sensor",
};

/** Objects that check their name when they are made. */
function definitionNames({ location }: Where): readonly CheckedName[] {
  const objects = objectsByType(location);
  const certain = (type: string) => (objects.get(type) ?? []).filter(({ condition }) => !condition);
  return [
    ...Object.entries(TYPES).flatMap(([type, what]) => certain(type).flatMap((object) => named(what, object, nameOf(object)))),
    ...certain("dagster.AssetsDefinition")
      .filter(namesItsOp)
      .flatMap((object) => named("op", object, nameOf(object))),
  ];
}

/** Definitions of several assets name their op themselves; a single asset's is made from its key, a check's from both. */
function namesItsOp(object: LibraryObject): boolean {
  return MULTI.has(payloadOf(object, "assets")?.definition ?? "");
}

const MULTI: ReadonlySet<string> = new Set(["multi_asset", "multi_observable_source_asset", "graph_multi_asset"]);

function nameOf(object: LibraryObject): Value | undefined {
  const node = object.fields.get("node_def");
  return object.type === "dagster.AssetsDefinition" && node?.kind === "object" ? node.fields.get("name") : object.fields.get("name");
}

function named(what: string, object: LibraryObject, name: Value | undefined): readonly CheckedName[] {
  if (name?.kind !== "str" || !isRefused(name.value)) return [];
  const subject = subjectOf(object);
  const at = placeWithin(name, object.at) ?? placeOfDefinition(object);
  return [{ what, name: name.value, at, ...(subject !== undefined && { subject }) }];
}

/** An asset job checks its name when it is resolved, so only one that is loaded does. */
function jobNames({ graphs }: Where): readonly CheckedName[] {
  return graphs.flatMap((graph) =>
    graph.jobs
      .filter((job) => job.kind !== "op" && !job.hidden && !job.condition)
      .flatMap((job) => named("job", job.object, job.object.fields.get("name"))),
  );
}

/** Names that no object of ours carries. */
function keywordNames({ location }: Where): readonly CheckedName[] {
  const aliases = callsOf(location, ...ALIASING).flatMap((call) => {
    const { value, at } = call.given("name") ?? {};
    return value?.kind === "str" && at && isRefused(value.value) ? [{ what: "op", name: value.value, at }] : [];
  });
  const hooks = callsOf(location, "dagster.success_hook", "dagster.failure_hook", "dagster.event_list_hook", "dagster.repository");
  const others = hooks.flatMap((call) => {
    const argument = call.given("name");
    const what = call.name === "dagster.repository" ? "repository" : "hook";
    return argument?.value.kind === "str" && isRefused(argument.value.value) ? [{ what, name: argument.value.value, at: argument.at }] : [];
  });
  return [...aliases, ...others];
}

const ALIASING = ["OpDefinition", "GraphDefinition", "PendingNodeInvocation"].map((type) => `dagster.${type}.alias`);

const WITH_INPUTS = [
  "dagster.asset",
  "dagster.multi_asset",
  "dagster.graph_asset",
  "dagster.graph_multi_asset",
  "dagster.op",
  "dagster.asset_check",
];

function inputNames({ location }: Where): readonly CheckedName[] {
  const withRefused = parametersByName(location, ...WITH_INPUTS).flatMap(([name, parameters]) =>
    isRefusedInput(name) ? parameters.map(({ decoration }) => decoration) : [],
  );
  const decorations = new Set([...decorationsGiving(location, "ins", ...WITH_INPUTS), ...withRefused]);
  return [...decorations].flatMap((decoration) =>
    inputsOfDecoration(decoration, location)
      .filter(({ name }) => isRefusedInput(name))
      .map(({ name, at }) => ({ what: "input", name, at, ...subjectOfDecoration(decoration) })),
  );
}

/** Parameters of these names are no inputs. */
function isRefusedInput(name: string): boolean {
  return name !== "config" && name !== "context" && isRefused(name);
}

function subjectOfDecoration({ result }: Decoration): { readonly subject?: string } {
  const subject = subjectOf(result);
  return subject === undefined ? {} : { subject };
}

/** Keys of `out=` and `outs=`. */
function outputNames({ location }: Where): readonly CheckedName[] {
  const calls = callsOf(location, "dagster.op", "dagster.multi_asset", "dagster.graph_multi_asset", "dagster.graph");
  return calls.flatMap((call) => {
    const argument = call.given(call.name === "dagster.op" || call.name === "dagster.graph" ? "out" : "outs");
    if (argument?.value.kind !== "dict") return [];
    return [...argument.value.entries.values()].flatMap(({ key }) => {
      if (key.kind !== "str") return [];
      const name = call.name.includes("multi_asset") ? key.value.replaceAll("-", "_") : key.value;
      return isRefused(name) ? [{ what: "output", name, at: placeWithin(key, argument.at) ?? argument.at }] : [];
    });
  });
}
