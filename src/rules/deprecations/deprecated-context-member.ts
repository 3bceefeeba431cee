import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { Attribute } from "../../syntax/expression.ts";
import { type TreeNode, walk } from "../../syntax/walk.ts";
import { type ContextMember, DEPRECATED_MEMBERS } from "../facts/deprecated/context-members.ts";
import { type ContextParameter, contextParameters } from "../facts/deprecated/context-parameters.ts";
import { isBefore } from "../facts/newest.ts";
import { defineRule, type RuleContext } from "../rule.ts";

const MEMBERS = new Set([...DEPRECATED_MEMBERS.values()].flatMap((members) => [...members.keys()]));
const USED = new RegExp(`\\.\\s*(?:${[...MEMBERS].join("|")})\\b`);

export const deprecatedContextMember = defineRule({
  name: "deprecated-context-member",
  group: "deprecations",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "A member of a context is used that is deprecated: of that of an asset, an op, an I/O manager, a resource or a sensor.",
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
    for (const parameter of contextParameters(location, USED)) reportMembers(parameter, location, report);
  },
});

function reportMembers({ name, type, file, definition }: ContextParameter, location: LoadedLocation, report: RuleContext["report"]): void {
  const members = DEPRECATED_MEMBERS.get(type);
  if (!members) return;
  const called = new Map<object, TreeNode>();
  walk(location.interpreter.statementsOf(file, definition), (node) => {
    if (node.kind === "call" && node.args.length === 0) called.set(node.callee, node);
    const isOfContext = node.kind === "attribute" && node.object.kind === "name" && node.object.id === name;
    const member = isOfContext ? members.get(node.name) : undefined;
    if (node.kind !== "attribute" || !member || isBefore(member.from, location)) return undefined;
    const span = { path: file.path, start: node.nameSpan.start, end: node.nameSpan.end };
    const end = endOfUse(node, member, called.get(node));
    report({
      message: `\`${name}.${node.name}\` is deprecated`,
      why: `It goes away from \`${type.slice("dagster.".length)}\` in a later release of Dagster.`,
      help: member.used === "otherwise" ? `Look it up in \`${name}.${member.instead}\`.` : `Write \`${name}.${member.instead}\`.`,
      location: span,
      ...(end !== undefined && {
        fix: {
          title: `Write \`${name}.${member.instead}\``,
          applicability: member.isSame ? "safe" : "unsafe",
          edits: [{ ...span, end, text: member.instead }],
        },
      }),
    });
    return undefined;
  });
}

/** Where what is to be replaced ends; `undefined` when another name is not enough. */
function endOfUse(node: Attribute, { used }: ContextMember, call: TreeNode | undefined): number | undefined {
  if (used === "property" || used === "method") return node.nameSpan.end;
  return used === "getter" ? call?.end : undefined;
}
