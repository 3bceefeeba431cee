/** The calls behind objects, and how they are written: `@asset`, `AssetSpec`, `.replace_attributes`. */
import type { CallArguments } from "../../../python/library.ts";
import type { LibraryObject } from "../../../python/value.ts";
import type { LoadedLocation } from "../../analysis.ts";

export interface CallNames {
  /** `dagster.asset`; undefined for what no call of the code made. */
  nameOf(object: LibraryObject): string | undefined;
  isDecorator(object: LibraryObject): boolean;
}

export function createCallNames({ calls }: LoadedLocation): CallNames {
  const byArguments = new Map<CallArguments, LoadedLocation["calls"][number]>();
  for (const call of calls) byArguments.set(call.args, call);
  const callOf = ({ args }: LibraryObject): LoadedLocation["calls"][number] | undefined => (args ? byArguments.get(args) : undefined);
  return {
    nameOf: (object) => callOf(object)?.name,
    isDecorator(object) {
      const call = callOf(object);
      // Given arguments it is applied to the function afterwards; without, the function is its argument.
      return call !== undefined && (call.applications.length > 0 || call.args.positional[0]?.value.kind === "function");
    },
  };
}

/** A method as `.with_attributes`, a static method as `Definitions.merge`, a class and a function by their own names. */
export function callLabel(name: string, isDecorator = false): string {
  const parts = name.split(".");
  const last = parts.at(-1) ?? name;
  const owner = parts.at(-2) ?? "";
  if (isDecorator) return `@${last}`;
  if (!/^[A-Z]/.test(owner)) return last;
  return STATIC.has(last) ? `${owner}.${last}` : `.${last}`;
}

const STATIC: ReadonlySet<string> = new Set(["merge", "merge_unbound_defs", "from_graph", "from_op", "from_spec", "from_string"]);
