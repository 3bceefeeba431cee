/**
 * SARIF 2.1.0 for code scanning: rules with their help, results, fingerprints, fixes. Columns count UTF-16 code units, as SARIF's default says.
 * Source: OASIS sarif-v2.1.0; GitHub's "SARIF support for code scanning" (relative URIs, `precision`, 25,000 results of which 5,000 are kept).
 */
import type { RuleDescription } from "../../rules/rule.ts";
import type { Finding } from "../../types/review-report.ts";
import { numberedFingerprints } from "../fingerprints.ts";
import { sarifResult } from "./sarif-result.ts";
import { sarifRule } from "./sarif-rule.ts";

export interface SarifOptions {
  /** Of Dagsight. */
  readonly version: string;
  /** Tells runs of one tool over one commit apart: `check`, `review`. */
  readonly category: string;
  /** The catalogue; rules that found nothing are left out. */
  readonly rules: readonly RuleDescription[];
}

/** GitHub refuses a run with more; what weighs less is left out. */
const MAX_RESULTS = 25_000;
const WEIGHTS: readonly Finding["severity"][] = ["error", "warning", "info"];

/** Ends in a newline. */
export function renderSarif(findings: readonly Finding[], { version, category, rules: catalogue }: SarifOptions): string {
  const kept = findings.length <= MAX_RESULTS ? findings : heaviest(findings);
  const rules = [...new Map(kept.map((finding) => [finding.rule, finding])).values()].sort((left, right) =>
    left.rule < right.rule ? -1 : 1,
  );
  const indexes = new Map(rules.map(({ rule }, index) => [rule, index]));
  const described = new Map(catalogue.map((rule) => [rule.name, rule]));
  const fingerprints = numberedFingerprints(kept);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "dagsight",
            version,
            semanticVersion: version,
            rules: rules.map((finding) => sarifRule(finding, described.get(finding.rule))),
          },
        },
        automationDetails: { id: `dagsight/${category}/` },
        invocations: [{ executionSuccessful: !kept.some(({ rule }) => rule === "internal-error") }],
        columnKind: "utf16CodeUnits",
        results: kept.map((finding, index) =>
          sarifResult(finding, { ruleIndex: indexes.get(finding.rule) ?? 0, fingerprint: fingerprints[index] ?? "" }),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function heaviest(findings: readonly Finding[]): readonly Finding[] {
  return WEIGHTS.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).slice(0, MAX_RESULTS);
}
