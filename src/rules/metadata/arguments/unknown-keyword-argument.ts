import { nearestWord } from "../../../base/edit-distance.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import { KNOWN_CALLABLES, parametersOf } from "../../facts/arguments/signatures.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { formsOf } from "../../facts/call-forms.ts";
import { didYouMean } from "../../facts/names/suggest.ts";
import { isOnNewestDagster } from "../../facts/newest.ts";
import { defineRule, type RuleContext } from "../../rule.ts";

export const unknownKeywordArgument = defineRule({
  name: "unknown-keyword-argument",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A keyword that a function or class of Dagster does not have.",
    why: "Python raises `TypeError: ... got an unexpected keyword argument '...'` when the module is imported.",
    example: `import dagster as dg

@dg.asset(groupname="sales")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(group_name="sales")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.dagster.io/api, signatures of 1.13.27",
  },
  check(context) {
    const { location, report } = context;
    if (!isOnNewestDagster(location)) return;
    for (const { name, keywords, calls } of formsOf(location, KNOWN_CALLABLES)) {
      const { names } = parametersOf(name);
      for (const keyword of keywords) {
        if (names.has(keyword)) continue;
        const callee = name.slice("dagster.".length);
        const near = nearestWord(keyword, names);
        for (const call of calls) {
          const argument = call.args.keywords.get(keyword);
          if (!argument) continue;
          const fix = near === undefined || keywords.includes(near) ? undefined : renamed(keyword, near, { argument, context });
          report({
            message: `\`${callee}\` has no parameter \`${keyword}\``,
            why: `Python: "TypeError: ${callee} got an unexpected keyword argument '${keyword}'".`,
            help: didYouMean(near, "Remove the argument."),
            location: argument.at,
            ...subjectOfCall(call),
            ...(fix && { fix }),
          });
        }
      }
    }
  },
});

/** Only where the keyword is written: one that comes from `**values` is not. */
function renamed(from: string, to: string, where: { readonly argument: ArgumentValue; readonly context: RuleContext }): Fix | undefined {
  const { path, start } = where.argument.at;
  const text = where.context.location.files.get(path)?.text ?? "";
  if (text.slice(start, start + from.length) !== from) return undefined;
  return {
    title: `Rename \`${from}\` to \`${to}\``,
    applicability: "unsafe",
    edits: [{ path, start, end: start + from.length, text: to }],
  };
}
