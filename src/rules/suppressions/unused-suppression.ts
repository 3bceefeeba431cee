import type { Span } from "../../base/span.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { NamedRule } from "../../diagnostics/suppression/directive.ts";
import type { FileSuppressions, Suppression } from "../../diagnostics/suppression/suppressions.ts";
import { defineRule } from "../rule.ts";

export const unusedSuppression = defineRule({
  name: "unused-suppression",
  group: "suppressions",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "A comment suppresses a rule that finds nothing there.",
    why: "What it was written for is gone. Left in place, it will hide the next finding of that rule, which nobody has looked at.",
    example: `import dagster as dg

@dg.asset  # dagsight: ignore[asset-cycle] they are read one after the other
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "The comments of ruff (RUF100) and ESLint (reportUnusedDisableDirectives) are held to the same, 0.1.0",
  },
  checkSuppressions({ suppressing, outcomeOf, report }) {
    for (const file of suppressing) {
      for (const suppression of file.suppressions) {
        const unused = suppression.rules.filter((named) => outcomeOf(named, file.path) === "unused");
        if (unused.length === 0) continue;
        const names = unused.map(({ name }) => `\`${name}\``).join(", ");
        report({
          message: `nothing is suppressed here: no finding of ${names}`,
          why: "It would hide the next finding, which nobody has looked at.",
          help: unused.length === suppression.rules.length ? "Remove the comment." : `Remove ${names} from the comment.`,
          location: { path: file.path, ...suppression.directive.span },
          fix: removal(file, suppression, unused),
        });
      }
    }
  },
});

function removal(file: FileSuppressions, { directive, rules, comments }: Suppression, unused: readonly NamedRule[]): Fix {
  const title = "Remove the suppression";
  if (unused.length < rules.length) {
    const kept = rules.filter((named) => !unused.includes(named)).map(({ name }) => name);
    const [first, last] = [rules[0], rules.at(-1)];
    const span = { path: file.path, start: first?.span.start ?? directive.span.start, end: last?.span.end ?? directive.span.end };
    return { title, applicability: "safe", edits: [{ ...span, text: kept.join(", ") }] };
  }
  return { title, applicability: "safe", edits: comments.map((span) => ({ path: file.path, ...commentSpan(file, span), text: "" })) };
}

/** With the blanks before it; with its whole line where it stands alone; other comments on the line stay. */
function commentSpan({ text, index }: FileSuppressions, { start, end }: Span): Span {
  const { line } = index.positionAt(start);
  const { start: lineStart, end: lineEnd } = index.lineSpan(line);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (after.trim() !== "") return { start, end: end + after.length - after.trimStart().length };
  if (before.trim() !== "") return { start: lineStart + before.trimEnd().length, end };
  return { start: lineStart, end: line < index.lineCount ? index.lineSpan(line + 1).start : end };
}
