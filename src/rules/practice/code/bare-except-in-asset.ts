import type { ExceptHandler } from "../../../syntax/statement.ts";
import { walk } from "../../../syntax/walk.ts";
import { decorationsOf } from "../../facts/decorations.ts";
import { mentions } from "../../facts/functions/mentions.ts";
import { defineRule } from "../../rule.ts";

const BARE = /\bexcept\s*:|\bBaseException\b/;

export const bareExceptInAsset = defineRule({
  name: "bare-except-in-asset",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset or op catches every exception with a bare `except:` or `except BaseException:`, and raises none.",
    why: "It also catches what Dagster stops a run with, and a failed step looks well.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""
    try:
        ...
    except:
        ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""
    try:
        ...
    except ValueError:
        ...

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.python.org/3/howto/ (PEP 8), 3.14",
  },
  check({ location, report }) {
    for (const { function: fn } of decorationsOf(
      location,
      "dagster.asset",
      "dagster.multi_asset",
      "dagster.op",
      "dagster.asset_check",
      "dagster.multi_asset_check",
    )) {
      if (!mentions(fn, BARE)) continue;
      walk(location.interpreter.bodyOf(fn), (node) => {
        const bare = node.kind === "try" ? node.handlers.find(isBare) : undefined;
        if (!bare) return undefined;
        report({
          message: `\`${fn.name}\` catches every exception`,
          why: "It also catches what Dagster stops a run with, and a failed step looks well.",
          help: "Name the exceptions, or let the step fail and retry it with a `RetryPolicy`.",
          location: { path: fn.file.path, start: bare.start, end: bare.start + "except".length },
        });
        return undefined;
      });
    }
  },
});

/** What cleans up and raises again hides nothing. */
function isBare({ type, body }: ExceptHandler): boolean {
  if (type !== undefined && !(type.kind === "name" && type.id === "BaseException")) return false;
  let raises = false;
  walk(body, ({ kind }) => {
    if (kind === "raise") raises = true;
    return !raises;
  });
  return !raises;
}
