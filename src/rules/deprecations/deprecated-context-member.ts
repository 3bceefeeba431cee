import { walk } from "../../syntax/walk.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { DEPRECATED_CONTEXT_MEMBERS } from "../facts/deprecated/context-members.ts";
import { annotationOf } from "../facts/parameter-mistake.ts";
import { defineRule } from "../rule.ts";

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
    for (const { function: fn, signature } of decorationsOf(location, "dagster.asset", "dagster.multi_asset")) {
      const [context] = signature.parameters;
      const annotation = context && annotationOf(context, location.interpreter);
      const isOther = annotation !== undefined && !(annotation.kind === "symbol" && annotation.name === "dagster.AssetExecutionContext");
      if (context?.name !== "context" || isOther) continue;
      walk(location.interpreter.bodyOf(fn), (node) => {
        const member =
          node.kind === "attribute" && node.object.kind === "name" && node.object.id === "context"
            ? DEPRECATED_CONTEXT_MEMBERS.get(node.name)
            : undefined;
        if (node.kind !== "attribute" || !member) return undefined;
        const span = { path: fn.file.path, start: node.nameSpan.start, end: node.nameSpan.end };
        report({
          message: `\`context.${node.name}\` is deprecated`,
          why: "It goes away from `AssetExecutionContext` in a later release of Dagster.",
          help: `Write \`context.${member.instead}\`.`,
          location: span,
          ...(member.isProperty && {
            fix: { title: `Write \`context.${member.instead}\``, applicability: "safe", edits: [{ ...span, text: member.instead }] },
          }),
        });
        return undefined;
      });
    }
  },
});
