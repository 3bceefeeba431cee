/**
 * SARIF 2.1.0 for code scanning: rules, results, fingerprints. Columns count UTF-16 code units, as SARIF's default says.
 * Source: OASIS sarif-v2.1.0; GitHub's "SARIF support for code scanning" (partialFingerprints, relative URIs).
 */
import { fingerprint } from "../../diagnostics/fingerprint.ts";
import type { Finding } from "../../types/review-report.ts";
import { encodeUrlPath } from "../url-path.ts";

interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly SarifRule[] } };
  readonly columnKind: "utf16CodeUnits";
  readonly results: readonly SarifResult[];
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly properties: { readonly tier: Finding["tier"] };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: "error" | "warning" | "note";
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: "%SRCROOT%" };
      readonly region: { readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number };
    };
  }[];
  readonly partialFingerprints: { readonly "dagsight/v1": string };
}

/** Ends in a newline. */
export function renderSarif(findings: readonly Finding[], version: string): string {
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()].sort((left, right) =>
    left.rule < right.rule ? -1 : 1,
  );
  const log: SarifLog = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "dagsight",
            version,
            rules: rules.map((finding) => ({
              id: finding.rule,
              shortDescription: { text: finding.rule.replaceAll("-", " ") },
              properties: { tier: finding.tier },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) =>
          resultOf(
            finding,
            rules.findIndex((rule) => rule.rule === finding.rule),
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(finding: Finding, ruleIndex: number): SarifResult {
  const { line, column, endLine, endColumn } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity === "info" ? "note" : finding.severity,
    message: { text: [finding.message, finding.why, finding.help].filter((text) => text !== null).join(". ") },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeUrlPath(finding.file), uriBaseId: "%SRCROOT%" },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: {
      "dagsight/v1": fingerprint({ rule: finding.rule, path: finding.file, subject: finding.subject, message: finding.message }),
    },
  };
}
