/** `dagsight rules`: the catalogue. */
import { renderJson } from "../../../render/json/stable-document.ts";
import { renderRulesText } from "../../../render/terminal/rule-text.ts";
import { RULES } from "../../../rules/registry.ts";
import type { CliIo, ExitCode } from "../io.ts";
import type { ListFormat, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { ruleTextOptions } from "../output/text-options.ts";

export type RulesOptions = SharedOptions<ListFormat>;

export async function runRules(options: RulesOptions, io: CliIo): Promise<ExitCode> {
  const text = options.format === "json" ? renderJson(RULES) : renderRulesText(RULES, ruleTextOptions(options, io));
  await writeDocument(text, options.output, io);
  return 0;
}
