/** What one reading of a dbt project shares: the files, what was wrong in them, and what was asked for and is not loaded yet. */
import type { SourceTree } from "../../base/source-tree.ts";
import type { Location, Span } from "../../base/span.ts";
import type { FormatNode } from "../../formats/format-node.ts";
import { parseYaml } from "../../formats/yaml.ts";
import type { DbtGapReason, DbtMapping } from "../value.ts";

/** What is wrong, by what dbt calls it. */
export type DbtProblemKind =
  | "yaml"
  | "jinja"
  | "properties"
  | "manifest"
  | "stale-manifest"
  | "duplicate-node"
  | "duplicate-properties"
  | "unknown-ref"
  | "disabled-ref"
  | "unknown-source"
  | "undeclared-package"
  | "unknown-test"
  | "unknown-group"
  | "private-ref"
  | "ambiguous-relation"
  | "unknown-doc"
  | "duplicate-macro"
  | "unmatched-properties"
  | "lost-test";

/** Something in the project's files that dbt refuses (an error) or that is not what its author meant (a warning). */
export interface DbtProblem {
  readonly kind: DbtProblemKind;
  readonly severity: "error" | "warning";
  /** One sentence without a full stop. */
  readonly message: string;
  readonly location: Location;
  /** `unique_id` of the node that it is about, where there is one. */
  readonly node?: string;
  /** Another place that belongs to it: the first of two definitions. */
  readonly related?: Location;
}

/** Something that cannot be known from the files. */
export interface DbtGap {
  readonly reason: DbtGapReason;
  readonly message: string;
  readonly location: Location;
  /** `unique_id` of the node it is about; absent where it is about the whole project. */
  readonly node?: string;
  /** What is not known: `depends_on`, `enabled`, `config.tags`. */
  readonly field?: string;
}

export interface DbtOptions {
  /** `--vars`. */
  readonly vars?: DbtMapping;
  readonly environment: ReadonlyMap<string, string>;
  /** `--target`; the profile's own when absent. */
  readonly target?: string;
  /** `--profile`; the project's own when absent. */
  readonly profile?: string;
  /** Folder of `profiles.yml` in the repository; the project's own when absent. */
  readonly profilesFolder?: string;
}

export interface ProjectReading {
  readonly tree: SourceTree;
  readonly options: DbtOptions;
  readonly problems: DbtProblem[];
  readonly gaps: DbtGap[];
  readonly needs: Set<string>;
}

/** YAML larger than this is no project file. */
const MAX_BYTES = 20_000_000;

export function readProjectText(reading: ProjectReading, path: string): string | undefined {
  const content = reading.tree.read(path);
  if (content === "not-loaded") reading.needs.add(path);
  if (typeof content === "string") return undefined;
  if (content.length > MAX_BYTES) {
    reading.gaps.push({ reason: "limit", message: `the file \`${path}\` is too large to read`, location: { path, start: 0, end: 0 } });
    return undefined;
  }
  return new TextDecoder("utf-8").decode(content);
}

/** The file's one document, without blanks at its end as dbt reads it; problems are noted, and what could be read is given. */
export function readProjectYaml(reading: ProjectReading, path: string): FormatNode | undefined {
  const text = readProjectText(reading, path);
  if (text === undefined) return undefined;
  const { root, problems } = parseYaml(text.trimEnd(), "libyaml");
  noteFileProblems(reading, path, "yaml", problems);
  return root;
}

/** Problems of a file's syntax: dbt says the first error and stops. */
export function noteFileProblems(
  reading: ProjectReading,
  path: string,
  kind: "yaml" | "jinja",
  problems: readonly (Pick<DbtProblem, "severity" | "message"> & { readonly span: Span })[],
): void {
  const [first] = problems.filter(({ severity }) => severity === "error");
  const noted = first === undefined ? problems : [first];
  for (const { severity, message, span } of noted) noteProblem(reading, path, { kind, severity, message, span });
}

export function noteProblem(
  reading: ProjectReading,
  path: string,
  { span, ...problem }: Omit<DbtProblem, "location"> & { readonly span: Span },
): void {
  if (problem.kind === "properties" && isRefused(reading, path)) return;
  reading.problems.push({ ...problem, location: { path, start: span.start, end: span.end } });
}

/** What is no YAML is refused before anyone looks at what it says. */
function isRefused({ problems }: ProjectReading, path: string): boolean {
  return problems.some(({ kind, severity, location }) => kind === "yaml" && severity === "error" && location.path === path);
}

/** `a/b` and `../c` from the repository's root; undefined where that leads out of it. */
export function joinPath(...parts: readonly string[]): string | undefined {
  const steps: string[] = [];
  for (const step of parts.flatMap((part) => part.split("/"))) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join("/");
}
