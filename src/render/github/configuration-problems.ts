/** What is wrong with the repository's configuration file, below the review in the check run: it concerns nobody who reads the comment. */
import type { Finding } from "../../types/review-report.ts";
import { phraseMarkdown, trusted } from "../markdown/escape.ts";
import { code, message, phrase } from "../wording/phrase.ts";

/** Markdown; null when nothing is wrong. */
export function renderConfigurationProblems(findings: readonly Finding[]): string | null {
  if (findings.length === 0) return null;
  const lines = findings.map(({ file, line, message: what, help }) =>
    trusted(
      `- ${phraseMarkdown(phrase`${code(`${file}:${line}`)} — ${message(what)}${help === null ? "" : ". "}${message(help ?? "")}`, () => null)}`,
    ),
  );
  return `#### The configuration has problems\n\nWhat is wrong in it was left out; the rest holds.\n\n${lines.join("\n")}\n`;
}
