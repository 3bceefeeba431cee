/** `dagsight explain`: one rule's page, or the list of a group. */
import { renderRulesText, renderRuleText } from "../../../render/terminal/rule-text.ts";
import { RULES } from "../../../rules/registry.ts";
import { unknownRule } from "../input/rule-names.ts";
import { type CliIo, type ExitCode, UsageError } from "../io.ts";
import type { SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { ruleTextOptions } from "../output/text-options.ts";

export type ExplainOptions = Omit<SharedOptions<string>, "format">;

export async function runExplain(name: string, options: ExplainOptions, io: CliIo): Promise<ExitCode> {
  await writeDocument(explanation(name, options, io), options.output, io);
  return 0;
}

function explanation(name: string, options: ExplainOptions, io: CliIo): string {
  const rule = RULES.find((candidate) => candidate.name === name);
  if (rule !== undefined) return renderRuleText(rule, ruleTextOptions(options, io));
  const group = RULES.filter((candidate) => candidate.group === name);
  if (group.length > 0) return renderRulesText(group, ruleTextOptions(options, io));
  const known = new Set(RULES.flatMap((candidate): readonly string[] => [candidate.name, candidate.group]));
  throw new UsageError(unknownRule(name, known));
}
