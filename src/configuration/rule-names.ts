/**
 * Names of rules and groups in a configuration: a typo must not switch a check off in silence. Which names there are is handed in, as rules are
 * made of configurations and not the other way round.
 */
import { nearestWord } from "../base/edit-distance.ts";
import type { Span } from "../base/span.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type FormatMapping, type FormatNode, nodeAt } from "../formats/format-node.ts";
import { configurationProblem } from "./configuration-problem.ts";

interface WrittenName {
  readonly name: string;
  readonly span: Span;
  /** `select`, `rules`, `overrides`. */
  readonly key: string;
}

/** An error at each name that is none; `known` are those of all rules and groups. */
export function unknownRuleNames(root: FormatMapping, path: string, known: ReadonlySet<string>): readonly Diagnostic[] {
  return namesIn(root).flatMap(({ name, span, key }) => {
    if (known.has(name)) return [];
    const nearest = nearestWord(name, known);
    const help = nearest === undefined ? "`dagsight rules` lists them." : `Did you mean \`${nearest}\`?`;
    return [
      configurationProblem({ path, span, severity: "error", message: `\`${key}\` names \`${name}\`, which is no rule or group`, help }),
    ];
  });
}

function namesIn(root: FormatMapping): readonly WrittenName[] {
  const overrides = nodeAt(root, ["overrides"]);
  const overridden = overrides?.kind === "sequence" ? overrides.items.map((item) => nodeAt(item, ["rules"])) : [];
  return [
    ...["select", "ignore"].flatMap((key) => itemsOf(nodeAt(root, [key]), key)),
    ...keysOf(nodeAt(root, ["rules"]), "rules"),
    ...overridden.flatMap((rules) => keysOf(rules, "overrides")),
  ];
}

function itemsOf(node: FormatNode | undefined, key: string): readonly WrittenName[] {
  const items = node?.kind === "sequence" ? node.items : [];
  return items.flatMap((item) => (item.kind === "scalar" ? [{ name: String(item.value), span: item.span, key }] : []));
}

function keysOf(node: FormatNode | undefined, key: string): readonly WrittenName[] {
  const entries = node?.kind === "mapping" ? node.entries : [];
  return entries.map((entry) => ({ name: String(entry.key.value), span: entry.key.span, key }));
}
