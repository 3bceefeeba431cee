/** Where the definitions of a location stand, by subject (`asset:KEY`, `check:KEY:NAME`, `job:NAME`, …), with the hash of the code behind them. */

import { stableHashOf } from "../../base/hash/stable-hash.ts";
import type { FunctionValue, LibraryObject, Value } from "../../python/value.ts";
import type { Provenance } from "../analysis.ts";
import { toUserString } from "../model/asset-key.ts";
import { payloadOf } from "../model/payload.ts";
import type { SpecCodePayload } from "../model/small-payloads.ts";
import type { CodeReader } from "./code-of.ts";
import { functionOf } from "./document/asset-document.ts";
import type { AssetClaim, RepositoryGraph } from "./graph/asset-graph.ts";

export function provenanceOf(graphs: readonly RepositoryGraph[], code: CodeReader): ReadonlyMap<string, Provenance> {
  const found = new Map<string, Provenance>();
  for (const graph of graphs) {
    for (const { path, claim } of graph.assets.values()) {
      if (claim) found.set(`asset:${toUserString(path)}`, assetProvenance(claim, code));
    }
    for (const check of graph.checks) {
      found.set(
        `check:${toUserString(check.asset)}:${check.name}`,
        provenance(check, functionOf(payloadOf(check.object, "assets")?.function), code),
      );
    }
    for (const job of graph.jobs) {
      const fn = payloadOf(job.object, "composition")?.function;
      if (!job.hidden) found.set(`job:${job.name}`, provenance(job, fn, code));
    }
    for (const schedule of graph.schedules) found.set(`schedule:${schedule.name}`, provenance(schedule, decorated(schedule.object), code));
    for (const sensor of graph.sensors) found.set(`sensor:${sensor.name}`, provenance(sensor, decorated(sensor.object), code));
    for (const { key, value, at } of graph.resources) {
      if (value.kind === "object") found.set(`resource:${key}`, provenance({ object: value, at }, undefined, code));
    }
  }
  return found;
}

/** A spec's own code, where it has one, stands before the function that runs it. */
function assetProvenance(claim: AssetClaim, code: CodeReader): Provenance {
  const { object, spec, at } = claim;
  const payload = payloadOf(spec, "spec-code");
  if (payload) {
    return {
      object,
      at,
      get codeHash() {
        return hashOfSpec(payload, code);
      },
    };
  }
  return provenance(claim, claimFunction(claim), code);
}

function hashOfSpec({ code: text = "", script, functions = [] }: SpecCodePayload, code: CodeReader): string {
  const parts = script === undefined ? [] : [code.hashOfScript(script)];
  return stableHashOf([text, ...parts, ...functions.map((fn) => code.hashOf(fn))]);
}

function claimFunction(claim: AssetClaim): FunctionValue | undefined {
  return functionOf(claim.payload?.function ?? claim.object.fields.get("observe_fn"));
}

/** The function that a schedule or sensor evaluates, when its model keeps it. */
function decorated(object: LibraryObject): FunctionValue | undefined {
  const payload = object.payload as { readonly function?: Value } | undefined;
  return functionOf(payload?.function);
}

interface Placed {
  readonly object: LibraryObject;
  readonly at: Provenance["at"];
}

/** Hashes are made when they are asked for: only a comparison needs them. */
function provenance({ object, at }: Placed, fn: FunctionValue | undefined, code: CodeReader): Provenance {
  if (!fn) return { object, at };
  return {
    object,
    at,
    get codeHash() {
      return code.hashOf(fn);
    },
  };
}
