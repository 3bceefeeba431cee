/**
 * What makes two findings the same one although lines moved: rule, path, subject and the message without its numbers.
 * Positions never enter, nor do counts ("used by 3 assets"); what stands in backticks is a name and enters whole.
 */
import { stableHash } from "../base/hash/stable-hash.ts";

/** What the fingerprint looks at; a diagnostic or a finding of a report gives it. */
export interface Fingerprinted {
  readonly rule: string;
  readonly path: string;
  readonly subject: string | null;
  readonly message: string;
}

/** Stable over runs, machines and moved lines; two equal findings in one file share it. */
export function fingerprint(finding: Fingerprinted): string {
  return stableHash(JSON.stringify([finding.rule, finding.path, finding.subject ?? "", withoutNumbers(finding.message)]));
}

/** The message as it enters the fingerprint. */
export function withoutNumbers(message: string): string {
  return message
    .split("`")
    .map((part, index) => (index % 2 === 0 ? part.replace(/\d+/g, "#") : part))
    .join("`");
}
