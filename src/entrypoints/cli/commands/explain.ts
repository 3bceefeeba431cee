/** `dagsight explain`: one rule's page. */
import { renderRuleText } from "../../../render/terminal/rule-text.ts";
import { RULES } from "../../../rules/registry.ts";
import { unknownRule } from "../input/rule-names.ts";
import { type CliIo, type ExitCode, UsageError } from "../io.ts";
import type { SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { usesColour } from "../output/text-options.ts";

export type ExplainOptions = Omit<SharedOptions<string>, "format">;

export async function runExplain(name: string, options: ExplainOptions, io: CliIo): Promise<ExitCode> {
  const rule = RULES.find((candidate) => candidate.name === name);
  if (rule === undefined)
    throw new UsageError(
      unknownRule(
        name,
        RULES.map((candidate) => candidate.name),
      ),
    );
  await writeDocument(renderRuleText(rule, { colour: usesColour(options, io) }), options.output, io);
  return 0;
}
