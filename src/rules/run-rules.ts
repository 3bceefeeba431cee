/**
 * Runs the rules over every code location that was read, and over the project. Each is caught alone: a rule that crashes is one
 * internal-error finding, and the others go on. A finding that two locations share is one. What a comment suppresses is left out here, so for
 * every output alike.
 */
import type { Analysis, LoadedLocation } from "../dagster/analysis.ts";
import { type Diagnostic, INTERNAL_ERROR, type Severity } from "../diagnostics/diagnostic.ts";
import { distinctDiagnostics } from "../diagnostics/order.ts";
import type { PythonParser } from "../syntax/python-parser.ts";
import type { Configuration } from "../types/configuration.ts";
import { applySuppressions } from "./apply-suppressions.ts";
import { atDataFile } from "./place-of-finding.ts";
import { RULES } from "./registry.ts";
import type { ProjectContext, Reported, Rule } from "./rule.ts";
import { isOffEverywhere, levelsOf } from "./rule-level.ts";

export interface RulesRun {
  /** For the comments of Python files. */
  readonly parser: Pick<PythonParser, "outline">;
  readonly rules?: readonly Rule[];
  /** The state that a change starts from, for the rules that are about the change. */
  readonly base?: Analysis;
}

/** In the one order. */
export function runRules(
  analysis: Analysis,
  configuration: Configuration,
  { parser, rules = RULES, base }: RulesRun,
): readonly Diagnostic[] {
  const shared = { analysis, base, files: analysis.files, configuration };
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    if (isOffEverywhere(rule, configuration)) continue;
    if ("checkProject" in rule) addFound(found, { rule, shared }, (context) => rule.checkProject(context));
    if (!("check" in rule)) continue;
    for (const location of analysis.locations)
      addFound(found, { rule, shared, location }, (context) => rule.check({ ...context, location, graphs: location.graphs }));
  }
  return applySuppressions(distinctDiagnostics(found), { analysis, configuration, parser, rules }, (rule, about) => {
    const objections: Diagnostic[] = [];
    addFound(objections, { rule, shared }, (context) => rule.checkSuppressions({ ...context, ...about }));
    return objections;
  });
}

interface Look {
  readonly rule: Rule;
  readonly shared: Omit<ProjectContext, "report">;
  readonly location?: LoadedLocation;
}

/** One list for all rules: there may be several findings for each of ten thousand assets. */
function addFound(found: Diagnostic[], { rule, shared, location }: Look, look: (context: ProjectContext) => void): void {
  const levelAt = levelsOf(rule, shared.configuration);
  const report = (given: Reported): void => {
    const finding = atDataFile(given, location);
    const level = levelAt(finding.location.path);
    if (level !== "off") found.push(diagnosticOf(rule, level, finding));
  };
  try {
    look({ ...shared, report });
  } catch (error) {
    found.push(internalError(rule, location, error));
  }
}

/** Field by field: there may be fifty thousand findings, and a copy that is added to takes ten times as long to make. */
function diagnosticOf({ name, tier, severity: usual }: Rule, level: Severity, given: Reported): Diagnostic {
  const { message, location, severity = level, related = [], why, help, subject, fix, doubts } = given;
  const diagnostic: Changeable<Diagnostic> = {
    rule: name,
    tier,
    severity: level === usual ? severity : level,
    message,
    location,
    related,
  };
  if (why !== undefined) diagnostic.why = why;
  if (help !== undefined) diagnostic.help = help;
  if (subject !== undefined) diagnostic.subject = subject;
  if (fix !== undefined) diagnostic.fix = fix;
  return doubts === undefined ? diagnostic : withDoubts(diagnostic, doubts);
}

type Changeable<Shape> = { -readonly [Field in keyof Shape]: Shape[Field] };

function withDoubts(diagnostic: Diagnostic, [doubt]: NonNullable<Reported["doubts"]>): Diagnostic {
  if (!doubt) return diagnostic;
  const unless = { location: doubt.at, message: `not certain: ${doubt.message}` };
  return { ...diagnostic, severity: "info", related: [...diagnostic.related, unless] };
}

function internalError(rule: Rule, location: LoadedLocation | undefined, error: unknown): Diagnostic {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [file] = location?.files.keys() ?? [];
  return {
    rule: INTERNAL_ERROR,
    tier: "practice",
    severity: "error",
    message: `the rule \`${rule.name}\` failed; this is a defect of Dagsight`,
    why: detail,
    location: { path: file ?? location?.header.entry ?? "", start: 0, end: 0 },
    related: [],
  };
}
