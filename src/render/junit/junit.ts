/**
 * JUnit XML, as Jenkins, GitLab and others read it: a suite for each file, a test case for each finding. Infos are cases that pass. A run without
 * findings has one case that passed, because some readers take an empty report for a crash.
 */
import { groupBy } from "../../base/group-by.ts";
import type { Finding } from "../../types/review-report.ts";
import { printable } from "../printable.ts";

/** Ends in a newline. */
export function renderJunit(findings: readonly Finding[]): string {
  const suites = [...groupBy(findings, ({ file }) => file)].map(([file, own]) => suite(file, own));
  const body =
    suites.length > 0
      ? suites
      : [
          `  <testsuite name="dagsight" tests="1" failures="0" errors="0">\n    <testcase name="no findings" classname="dagsight"/>\n  </testsuite>`,
        ];
  const tests = Math.max(findings.length, 1);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dagsight" tests="${tests}" failures="${failures(findings)}" errors="0">\n${body.join("\n")}\n</testsuites>\n`;
}

function failures(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity !== "info").length;
}

function suite(file: string, findings: readonly Finding[]): string {
  const head = `  <testsuite name="${xml(file)}" tests="${findings.length}" failures="${failures(findings)}" errors="0">`;
  return [head, ...findings.map(testCase), "  </testsuite>"].join("\n");
}

function testCase({ rule, severity, message, why, help, file, line, column }: Finding): string {
  const place = `${file}:${line}:${column}`;
  const text = xml(
    [place, message, why, help]
      .filter((part) => part !== null)
      .map(printable)
      .join("\n"),
  );
  const content =
    severity === "info"
      ? `<system-out>${text}</system-out>`
      : `<failure type="${severity}" message="${xml(printable(message))}">${text}</failure>`;
  return `    <testcase name="${xml(rule)} (${line}:${column})" classname="${xml(file)}" file="${xml(file)}" line="${line}">\n      ${content}\n    </testcase>`;
}

/** XML 1.0 has no way to write a control character, and none to write half of a pair. */
function xml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
