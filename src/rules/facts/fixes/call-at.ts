/** The call that stands at a place of a file, in the body of a function too: from the place of a logged call back to its tree. */
import type { Span } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { Call } from "../../../syntax/expression.ts";
import { walk } from "../../../syntax/walk.ts";
import { visitCode } from "../names/written-names.ts";

/** The call that has this span. */
export function callAt(file: SourceFile, at: Span, location: LoadedLocation): Call | undefined {
  return callWhere(file, at, { location, isWanted: (call) => isSame(call, at) });
}

/** The call that has an argument with this span. */
export function callAround(file: SourceFile, at: Span, location: LoadedLocation): Call | undefined {
  return callWhere(file, at, { location, isWanted: ({ args }) => args.some((argument) => isSame(argument, at)) });
}

interface Wanted {
  readonly location: LoadedLocation;
  isWanted(call: Call): boolean;
}

function callWhere(file: SourceFile, at: Span, { location, isWanted }: Wanted): Call | undefined {
  let found: Call | undefined;
  visitCode(file, location, {
    isWanted: ({ body }) => contains(body, at),
    visit: (statements) =>
      walk(statements, (node) => {
        if (node.kind === "call" && isWanted(node)) found = node;
        return contains(node, at);
      }),
  });
  return found;
}

function contains({ start, end }: Span, at: Span): boolean {
  return start <= at.start && at.end <= end;
}

function isSame({ start, end }: Span, at: Span): boolean {
  return start === at.start && end === at.end;
}
