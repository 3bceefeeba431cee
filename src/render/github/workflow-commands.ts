/** Findings as workflow commands (`::error file=…`), which GitHub Actions turns into annotations without any token. */
import type { Finding } from "../../types/review-report.ts";

const COMMANDS: Readonly<Record<Finding["severity"], string>> = { error: "error", warning: "warning", info: "notice" };

/** One line a finding; empty for none. Source: docs.github.com "Workflow commands" (escaping of `%`, line ends, `:` and `,`). */
export function renderWorkflowCommands(findings: readonly Finding[]): string {
  return findings.map((finding) => `${commandOf(finding)}\n`).join("");
}

function commandOf(finding: Finding): string {
  const columns =
    finding.line === finding.endLine ? `,col=${finding.column},endColumn=${Math.max(finding.endColumn - 1, finding.column)}` : "";
  const properties = `file=${property(finding.file)},line=${finding.line},endLine=${finding.endLine}${columns},title=${property(finding.rule)}`;
  const text = [finding.message, finding.help].filter((part) => part !== null).join("\n");
  return `::${COMMANDS[finding.severity]} ${properties}::${escaped(text)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
