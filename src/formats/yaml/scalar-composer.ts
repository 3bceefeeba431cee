/** From the text of a scalar to its value: by its tag, or by what it looks like. What has no value is null, with an error. */
import type { Span } from "../../base/span.ts";
import type { FormatProblem, FormatScalar } from "../format-node.ts";
import { constructTagged, isAlwaysText, type ResolvedScalar, resolvePlainScalar, type YamlReading } from "../yaml-scalars.ts";

/** PyYAML resolves what stands under it as if it were not there. */
export const NON_SPECIFIC_TAG = "!";

export interface WrittenScalar {
  readonly span: Span;
  /** Without quotes, escapes resolved. */
  readonly text: string;
  readonly isPlain: boolean;
}

export class ScalarComposer {
  private readonly reading: YamlReading;
  private readonly problems: FormatProblem[];

  constructor(reading: YamlReading, problems: FormatProblem[]) {
    this.reading = reading;
    this.problems = problems;
  }

  compose({ span, text, isPlain }: WrittenScalar, tag: string | undefined): FormatScalar {
    if (tag !== undefined && tag !== NON_SPECIFIC_TAG) return this.tagged(span, tag, text);
    if (!isPlain || isAlwaysText(text)) return { kind: "scalar", type: "str", value: text, span };
    return this.resolved(span, resolvePlainScalar(text, this.reading));
  }

  refused(message: string, span: Span): FormatScalar {
    this.problems.push({ message, severity: "error", span });
    return { kind: "scalar", type: "null", value: null, span };
  }

  failOfTag(tag: string, span: Span): void {
    this.problems.push({ message: `could not determine a constructor for the tag \`${tag}\``, severity: "error", span, tag });
  }

  private tagged(span: Span, tag: string, text: string): FormatScalar {
    const resolved = constructTagged(tag, text);
    if (resolved.type !== "refused" || !tag.startsWith("!")) return this.resolved(span, resolved);
    this.failOfTag(tag, span);
    return { kind: "scalar", type: "null", value: null, span, tagged: { tag, text } };
  }

  private resolved(span: Span, resolved: ResolvedScalar): FormatScalar {
    if (resolved.type === "merge") return this.refused("`<<` is a key that merges mappings: quote it to mean the text", span);
    if (resolved.type === "refused") return this.refused(resolved.message, span);
    return { kind: "scalar", ...resolved, span };
  }
}
