/**
 * `dbt.ref`, `dbt.source` and `dbt.config` of a Python model. Their arguments are literals, as dbt itself demands; Python's
 * literals are Jinja's, so the calls are given on as Jinja.
 */

/** Text, comments and names: what decides whether a `dbt.` is code. */
const TOKEN =
  /#[^\n]*|[rbfuRBFU]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\bdbt\s*\.\s*(ref|source|config)\s*\(/g;
const INSIDE = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*|[()[\]{}]/g;

/** A template that makes the same calls. */
export function jinjaOfPythonModel(text: string): string {
  const calls: string[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, name] = match;
    if (name === undefined) continue;
    const open = match.index + whole.length;
    const close = closingParenthesis(text, open);
    if (close !== undefined) calls.push(`{{ ${name}(${text.slice(open, close).replace(/#[^\n]*/g, "")}) }}`);
  }
  return calls.join("\n");
}

function closingParenthesis(text: string, from: number): number | undefined {
  let depth = 1;
  INSIDE.lastIndex = from;
  for (let match = INSIDE.exec(text); match !== null; match = INSIDE.exec(text)) {
    if (match[0].length > 1) continue;
    depth += "([{".includes(match[0]) ? 1 : ")]}".includes(match[0]) ? -1 : 0;
    if (depth === 0) return match.index;
  }
  return undefined;
}
