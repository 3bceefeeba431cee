import type { Fix } from "../../../diagnostics/diagnostic.ts";
import type { FunctionValue } from "../../../python/value.ts";
import { decorationsOf } from "../../facts/decorations.ts";
import { type BodyCall, callsInBody, keywordOf } from "../../facts/functions/calls-in-body.ts";
import { mentions } from "../../facts/functions/mentions.ts";
import { defineRule } from "../../rule.ts";

const PRINT = /\bprint\b/;

export const printInsteadOfContextLog = defineRule({
  name: "print-instead-of-context-log",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "An asset or op prints.",
    why: "What is printed is not in the log of the run, with its step, level and time.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""
    print("loading")

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    context.log.info("loading")

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.dagster.io/guides/log-debug/logging",
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
      if (!mentions(fn, PRINT)) continue;
      const calls = callsInBody(fn, location).filter(isPrint);
      const [first] = calls;
      if (!first) continue;
      const fix = logFix(fn, calls);
      report({
        message: `\`${fn.name}\` prints`,
        why: "What is printed is not in the log of the run, with its step, level and time.",
        help: "Write `context.log.info(…)`, or `dagster.get_dagster_logger()` where there is no context.",
        location: first.at,
        ...(fix && { fix }),
      });
    }
  },
});

/** `print(…, file=report)` writes a file. */
function isPrint(call: BodyCall): boolean {
  if (call.name !== "print" && call.name !== "builtins.print") return false;
  const file = keywordOf(call, "file");
  return file === undefined || file.kind === "none" || (file.kind === "attribute" && /^std(?:out|err)$/.test(file.name));
}

/**
 * All that print one thing, where the function has a context. Never safe: what is printed goes to another place. A text with more behind it would be
 * taken for a format, and is left.
 */
function logFix({ definition, file }: FunctionValue, calls: readonly BodyCall[]): Fix | undefined {
  const [context] = definition.parameters;
  if (!context || !CONTEXTS.has(context.name)) return undefined;
  const single = calls.filter(({ node: { args } }) => args.length === 1 && args[0]?.kind === "positional");
  if (single.length !== calls.length) return undefined;
  const edits = single.map(({ node: { callee } }) => ({
    path: file.path,
    start: callee.start,
    end: callee.end,
    text: `${context.name}.log.info`,
  }));
  return { title: `Write \`${context.name}.log.info(…)\``, applicability: "unsafe", edits };
}

const CONTEXTS: ReadonlySet<string> = new Set(["context", "_context", "context_"]);
