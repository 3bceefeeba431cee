/**
 * Findings less what comments suppress, and what there is to say about those comments. Only files that were judged are looked at: an executed
 * Python file, and the YAML and TOML of the code locations. In a file that nobody read, a suppression is not unused.
 */
import { matchAny } from "../base/glob.ts";
import type { Analysis } from "../dagster/analysis.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderDiagnostics } from "../diagnostics/order.ts";
import { DIRECTIVE_MARK, type NamedRule } from "../diagnostics/suppression/directive.ts";
import { suppress } from "../diagnostics/suppression/suppress.ts";
import { type CommentedFile, type FileSuppressions, readSuppressions } from "../diagnostics/suppression/suppressions.ts";
import { tomlComments, yamlComments } from "../formats/comments.ts";
import type { PythonParser } from "../syntax/python-parser.ts";
import type { Configuration } from "../types/configuration.ts";
import type { ProjectContext, Rule, SuppressionContext, SuppressionRule } from "./rule.ts";
import { isReportedPath, levelOf } from "./rule-level.ts";

interface SuppressionScope {
  readonly analysis: Analysis;
  readonly configuration: Configuration;
  readonly parser: Pick<PythonParser, "outline">;
  readonly rules: readonly Rule[];
}

type AboutSuppressions = Omit<SuppressionContext, keyof ProjectContext>;

/** Runs a rule with what every rule is given, and this. */
type RunRule = (rule: SuppressionRule, about: AboutSuppressions) => readonly Diagnostic[];

/** `found` is in order, and so is what comes of it. */
export function applySuppressions(found: readonly Diagnostic[], scope: SuppressionScope, run: RunRule): readonly Diagnostic[] {
  const files = suppressingFiles(found, scope);
  if (files.size === 0) return found;
  const groups = new Map<string, string>(scope.rules.map(({ name, group }) => [name, group]));
  const { kept, used } = suppress(found, files, (rule) => groups.get(rule));
  const context = contextOf(files, used, scope);
  const objections = scope.rules.flatMap((rule) => ("checkSuppressions" in rule ? run(rule, context) : []));
  return orderDiagnostics([...kept, ...suppress(objections, files, (rule) => groups.get(rule)).kept]);
}

function contextOf(
  files: ReadonlyMap<string, FileSuppressions>,
  used: ReadonlySet<NamedRule>,
  { configuration, rules }: SuppressionScope,
): AboutSuppressions {
  const names = [...new Set(rules.flatMap(({ name, group }) => [name, group]))];
  const known = new Set(names);
  return {
    suppressing: [...files.values()],
    names,
    outcomeOf(named, path) {
      if (!known.has(named.name)) return "unknown-rule";
      if (used.has(named)) return "used";
      const meant = rules.filter(({ name, group }) => name === named.name || group === named.name);
      const isJudged = meant.some((rule) => !("checkSuppressions" in rule) && levelOf(rule, path, configuration) !== "off");
      return isJudged && isReportedPath(path, configuration) ? "unused" : "not-judged";
    },
  };
}

function suppressingFiles(found: readonly Diagnostic[], { analysis, parser }: SuppressionScope): ReadonlyMap<string, FileSuppressions> {
  const commented = new Map<string, CommentedFile>();
  for (const { files } of analysis.locations) {
    for (const { path, text } of files.values())
      if (text.includes(DIRECTIVE_MARK)) commented.set(path, { path, text, ...parser.outline(text) });
  }
  for (const file of configurationFiles(found, analysis)) commented.set(file.path, file);
  const read = [...commented.values()].map(readSuppressions);
  return new Map(
    read.filter(({ suppressions, problems }) => suppressions.length + problems.length > 0).map((file) => [file.path, file] as const),
  );
}

const HAS_COMMENTS = /\.(?:ya?ml|toml)$/;

/** YAML and TOML below a code location's folder or with a finding, of what was loaded. */
function configurationFiles(found: readonly Diagnostic[], { tree, locations }: Analysis): readonly CommentedFile[] {
  const withFindings = new Set(found.map(({ location }) => location.path));
  const folders = locations.map(({ header }) => header.root);
  const isBelow = folders.includes("") ? () => true : matchAny(folders.map((folder) => `${folder}/**`));
  return tree.paths().flatMap((path) => {
    if (!HAS_COMMENTS.test(path) || !(isBelow(path) || withFindings.has(path))) return [];
    const content = tree.read(path);
    const text = typeof content === "string" ? "" : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
    if (!text.includes(DIRECTIVE_MARK)) return [];
    return [{ path, text, comments: path.endsWith(".toml") ? tomlComments(text) : yamlComments(text), statements: [] }];
  });
}
