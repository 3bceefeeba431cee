/** One finding as a SARIF result: where it is, what else matters to it, and the edits that mend it. */
import type { Finding, FindingFix } from "../../types/review-report.ts";
import { encodeUrlPath } from "../url-path.ts";

interface Numbered {
  /** Into the run's rules. */
  readonly ruleIndex: number;
  readonly fingerprint: string;
}

export function sarifResult(finding: Finding, { ruleIndex, fingerprint }: Numbered): object {
  const { rule, severity, message, why, help, fix, related } = finding;
  const fixes = fix === null || fix.applicability === "display-only" ? [] : [sarifFix(fix)];
  return {
    ruleId: rule,
    ruleIndex,
    level: sarifLevel(severity),
    message: { text: [message, why, help].flatMap((text) => (text === null ? [] : [text.replace(/\.$/, "")])).join(". ") },
    locations: finding.file === "" ? [] : [{ physicalLocation: physicalLocation(finding) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id: id + 1,
        physicalLocation: physicalLocation(place),
        message: { text: place.message },
      })),
    }),
    partialFingerprints: { "dagsight/v1": fingerprint },
    ...(fixes.length > 0 && { fixes }),
  };
}

export function sarifLevel(severity: Finding["severity"]): "error" | "warning" | "note" {
  return severity === "info" ? "note" : severity;
}

type Region = Pick<Finding, "line" | "column" | "endLine" | "endColumn">;

function physicalLocation(place: Region & Pick<Finding, "file">): object {
  return { artifactLocation: artifact(place.file), region: region(place) };
}

function artifact(file: string): object {
  return { uri: encodeUrlPath(file), uriBaseId: "%SRCROOT%" };
}

function region({ line, column, endLine, endColumn }: Region): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function sarifFix({ title, edits }: FindingFix): object {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
    })),
  };
}
