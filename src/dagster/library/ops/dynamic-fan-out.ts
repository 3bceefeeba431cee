/**
 * What Dagster allows between dynamic outputs: a node may be downstream of one, or collect over one, and not both. Source: `DependencyStructure` of
 * dagster 1.13, `_dynamic_fan_out_index` and `_collect_index`.
 */
import type { Location } from "../../../base/span.ts";

/** `fan:result`. */
type Output = string;

export interface NodeBinding {
  /** The node that is given the output. */
  readonly node: string;
  readonly at: Location;
  /** `fan-in`: within a list. */
  readonly how: "direct" | "fan-in" | "collect";
  readonly from: string;
  readonly output: string;
}

export interface FanOutRefusal {
  /** Dagster's. */
  readonly words: string;
  readonly at: Location;
}

/** The first thing that is not allowed. `bindings` in the order of the invocations; `isDynamic` of an output as an op declares it. */
export function fanOutRefusal(bindings: readonly NodeBinding[], isDynamic: (output: Output) => boolean): FanOutRefusal | undefined {
  const fanOut = new Map<string, Output>();
  const collected = new Map<string, Output>();
  for (const binding of bindings) {
    const output = `${binding.from}:${binding.output}`;
    const ends = [...(isDynamic(output) ? [output] : []), ...(fanOut.has(binding.from) ? [fanOut.get(binding.from) ?? ""] : [])];
    for (const end of binding.how === "collect" ? ends.slice(0, 1) : ends) {
      const words = refusalOf(binding, end, { fanOut, collected });
      if (words !== undefined) return { words, at: binding.at };
    }
  }
  return undefined;
}

interface Indexes {
  readonly fanOut: Map<string, Output>;
  readonly collected: Map<string, Output>;
}

function refusalOf({ node, how, from, output }: NodeBinding, end: Output, { fanOut, collected }: Indexes): string | undefined {
  if (how === "fan-in")
    return end === `${from}:${output}`
      ? `Currently, items in a fan-in dependency cannot be downstream of dynamic outputs. Problematic dependency on dynamic output "${end}".`
      : `Currently, items in a fan-in dependency cannot be downstream of dynamic outputs. Problematic dependency on output "${from}:${output}", downstream of "${end}".`;
  const other = fanOut.get(node);
  if (how === "collect") {
    if (other !== undefined)
      return `op '${node}' cannot both collect over dynamic output ${end} and be downstream of the dynamic output ${other}.`;
    collected.set(node, end);
    const outer = fanOut.get(end.slice(0, end.lastIndexOf(":")));
    return outer === undefined ? undefined : twoOutputs(node, end, outer);
  }
  const over = collected.get(node);
  if (over !== undefined) return `op '${node}' cannot be both downstream of dynamic output ${end} and collect over dynamic output ${over}.`;
  if (other !== undefined && other !== end) return twoOutputs(node, end, other);
  fanOut.set(node, end);
  return undefined;
}

function twoOutputs(node: string, one: Output, other: Output): string {
  return `op '${node}' cannot be downstream of more than one dynamic output. It is downstream of both "${one}" and "${other}"`;
}
