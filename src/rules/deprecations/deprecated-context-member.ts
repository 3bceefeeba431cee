import type { Attribute } from "../../syntax/expression.ts";
import { type TreeNode, walk } from "../../syntax/walk.ts";
import { type ContextMember, DEPRECATED_CONTEXT_MEMBERS } from "../facts/deprecated/context-members.ts";
import { mentions } from "../facts/functions/mentions.ts";
import { annotationOf } from "../facts/functions/parameter-mistake.ts";
import { parametersNamed } from "../facts/functions/parameters.ts";
import { isBefore } from "../facts/newest.ts";
import { defineRule } from "../rule.ts";

/** With the release that gave the context members of its own. */
const DEPRECATED_FROM = "1.7.0";

const USED = new RegExp(`\\bcontext\\s*\\.\\s*(?:${[...DEPRECATED_CONTEXT_MEMBERS.keys()].join("|")})\\b`);

export const deprecatedContextMember = defineRule({
  name: "deprecated-context-member",
  group: "deprecations",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "An asset uses a member of its context that is deprecated on `AssetExecutionContext`.",
    why: "It goes away in a later release.",
    example: `import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    context.log.info(context.run_id)

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    context.log.info(context.run.run_id)

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/execution/context/asset_execution_context.py, 1.13.27",
  },
  check({ location, report }) {
    if (isBefore(DEPRECATED_FROM, location)) return;
    for (const { parameter: context, index, decoration } of parametersNamed(location, "context", "dagster.asset", "dagster.multi_asset")) {
      const { function: fn } = decoration;
      if (index > 0 || !mentions(fn, USED)) continue;
      const annotation = annotationOf(context, location.interpreter);
      if (annotation && !(annotation.kind === "symbol" && annotation.name === "dagster.AssetExecutionContext")) continue;
      const called = new Map<object, TreeNode>();
      walk(location.interpreter.bodyOf(fn), (node) => {
        if (node.kind === "call" && node.args.length === 0) called.set(node.callee, node);
        const member =
          node.kind === "attribute" && node.object.kind === "name" && node.object.id === "context"
            ? DEPRECATED_CONTEXT_MEMBERS.get(node.name)
            : undefined;
        if (node.kind !== "attribute" || !member) return undefined;
        const span = { path: fn.file.path, start: node.nameSpan.start, end: node.nameSpan.end };
        const end = endOfUse(node, member, called.get(node));
        report({
          message: `\`context.${node.name}\` is deprecated`,
          why: "It goes away from `AssetExecutionContext` in a later release of Dagster.",
          help: `Write \`context.${member.instead}\`.`,
          location: span,
          ...(end !== undefined && {
            fix: {
              title: `Write \`context.${member.instead}\``,
              applicability: member.isSame ? "safe" : "unsafe",
              edits: [{ ...span, end, text: member.instead }],
            },
          }),
        });
        return undefined;
      });
    }
  },
});

/** Where what is to be replaced ends; `undefined` when another name is not enough. */
function endOfUse(node: Attribute, { used }: ContextMember, call: TreeNode | undefined): number | undefined {
  if (used === "property" || used === "method") return node.nameSpan.end;
  return used === "getter" ? call?.end : undefined;
}
