/** The arguments of a call, a filter or a test, with what `*` and `**` spread. */
import type { JinjaArguments } from "../../formats/jinja/syntax.ts";
import { type DbtCallArguments, type DbtMapping, type DbtValue, isMapping, isUnknown } from "../value.ts";
import type { JinjaRun, JinjaScope } from "./run.ts";
import { iterate } from "./sequence.ts";

export function evaluateArguments(
  run: JinjaRun,
  scope: JinjaScope,
  args: JinjaArguments,
): DbtCallArguments & { readonly keywords: DbtMapping } {
  const positional: DbtValue[] = [];
  for (const argument of args.positional) positional.push(run.evaluate(scope, argument));
  const keywords: DbtMapping = new Map();
  for (const { name, value } of args.keywords) keywords.set(name, run.evaluate(scope, value));
  if (args.spread !== undefined) {
    const items = iterate(run.evaluate(scope, args.spread));
    if (isUnknown(items)) positional.push(items);
    else positional.push(...items);
  }
  const spread = args.spreadKeywords === undefined ? undefined : run.evaluate(scope, args.spreadKeywords);
  if (isMapping(spread)) for (const [name, value] of spread) keywords.set(name, value);
  return { positional, keywords };
}
