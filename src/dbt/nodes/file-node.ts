/** Nodes that a file of their own defines: models, seeds, snapshots, analyses, singular tests. What YAML says of them comes later. */

import type { Location } from "../../base/span.ts";
import type { JinjaBody } from "../../formats/jinja/syntax.ts";
import type { ResourceType } from "../config/node-config.ts";
import { type Named, newNamed } from "../jinja/context/node-context.ts";
import { parseDbtJinja } from "../jinja/run.ts";
import { foldersOf, type PackageFile, stemOf } from "../project/package-files.ts";
import type { DbtPackage } from "../project/project-file.ts";
import { noteFileProblems, noteProblem, readProjectText } from "../project/project-reading.ts";
import { evaluateTexts, nodeContext, type ProjectContext } from "../project-context.ts";
import type { DbtMapping } from "../value.ts";
import { checksumOfText } from "./checksum.ts";
import { jinjaOfPythonModel } from "./python-calls.ts";

export interface FileNode {
  readonly type: ResourceType;
  readonly name: string;
  readonly package: DbtPackage;
  readonly file: PackageFile;
  /** dbt's `path`. */
  readonly path: string;
  readonly fqn: readonly string[];
  readonly location: Location;
  readonly rawCode: string;
  readonly language: "sql" | "python" | undefined;
  readonly named: Named;
  /** Of what the file holds, where that is not the node's code; big seeds are known by their path. */
  readonly checksum: DbtMapping | undefined;
}

export function readFileNodes(context: ProjectContext, dbtPackage: DbtPackage): FileNode[] {
  const finder = context.finders.get(dbtPackage.name);
  if (finder === undefined) return [];
  const { paths } = dbtPackage;
  const sql = (type: ResourceType, folders: readonly string[]): FileNode[] =>
    finder(folders, [".sql"]).map((file) => textNode(context, dbtPackage, type, file));
  return [
    ...sql("model", paths.model),
    ...finder(paths.model, [".py"]).map((file) => textNode(context, dbtPackage, "model", file)),
    ...finder(paths.snapshot, [".sql"]).flatMap((file) => snapshotNodes(context, dbtPackage, file)),
    ...finder(paths.seed, [".csv"]).map((file) => seedNode(context, dbtPackage, file)),
    ...finder(paths.analysis, [".sql"]).map((file) => textNode(context, dbtPackage, "analysis", file)),
    ...finder(paths.test, [".sql"])
      .filter(({ relativePath }) => !/^(generic|fixtures)\//.test(relativePath))
      .map((file) => textNode(context, dbtPackage, "test", file)),
  ];
}

export function uniqueIdOf(type: ResourceType, dbtPackage: DbtPackage, name: string): string {
  return `${type}.${dbtPackage.name}.${name}`;
}

function textNode(context: ProjectContext, dbtPackage: DbtPackage, type: ResourceType, file: PackageFile): FileNode {
  const name = stemOf(file.relativePath);
  const rawCode = readProjectText(context.reading, file.file) ?? "";
  const isPython = file.file.endsWith(".py");
  const path = type === "analysis" ? `analysis/${file.relativePath}` : file.relativePath;
  return {
    type,
    name,
    package: dbtPackage,
    file,
    path,
    fqn: [dbtPackage.name, ...foldersOf(path), name],
    location: { path: file.file, start: 0, end: rawCode.length },
    rawCode: rawCode.trim(),
    checksum: undefined,
    language: isPython ? "python" : "sql",
    named: evaluateNode(context, { type, name, dbtPackage, file }, isPython ? jinjaOfPythonModel(rawCode) : rawCode),
  };
}

interface NodeIdentity {
  readonly type: ResourceType;
  readonly name: string;
  readonly dbtPackage: DbtPackage;
  readonly file: PackageFile;
}

function evaluateNode(context: ProjectContext, { type, name, dbtPackage, file }: NodeIdentity, text: string): Named {
  const parsed = text.includes("{") ? parseDbtJinja(text) : { body: [], problems: [] };
  noteFileProblems(context.reading, file.file, "jinja", parsed.problems);
  const named = evaluateBody(context, { type, name, dbtPackage, file }, parsed.body);
  if (context.missing.length > 0 || file.file.endsWith(".py")) return named;
  for (const { name: macro, at } of named.undefinedCalls)
    noteProblem(context.reading, file.file, {
      kind: "undeclared-package",
      severity: "warning",
      message: `\`${macro}\` is called, and no package \`${macro.split(".")[0]}\` is declared`,
      node: uniqueIdOf(type, dbtPackage, name),
      span: at,
    });
  return named;
}

function evaluateBody(context: ProjectContext, { type, name, dbtPackage }: NodeIdentity, body: JinjaBody): Named {
  const node = { name, uniqueId: uniqueIdOf(type, dbtPackage, name), resourceType: type };
  return evaluateTexts(nodeContext(context, dbtPackage, node), [body]);
}

function snapshotNodes(context: ProjectContext, dbtPackage: DbtPackage, file: PackageFile): FileNode[] {
  const text = readProjectText(context.reading, file.file) ?? "";
  const { body, problems } = parseDbtJinja(text);
  noteFileProblems(context.reading, file.file, "jinja", problems);
  return body.flatMap((statement) => {
    if (statement.kind !== "block-tag" || statement.tag !== "snapshot") return [];
    const { name, bodySpan } = statement;
    return [
      {
        type: "snapshot" as const,
        name,
        package: dbtPackage,
        file,
        path: file.relativePath,
        fqn: [dbtPackage.name, ...foldersOf(file.relativePath), stemOf(file.relativePath), name],
        location: { path: file.file, start: statement.start, end: statement.end },
        rawCode: text.slice(bodySpan.start, bodySpan.end),
        language: "sql" as const,
        named: evaluateBody(context, { type: "snapshot", name, dbtPackage, file }, statement.body),
        checksum: checksumOfText(text.trim()),
      },
    ];
  });
}

function seedNode(context: ProjectContext, dbtPackage: DbtPackage, file: PackageFile): FileNode {
  const name = stemOf(file.relativePath);
  return {
    type: "seed",
    name,
    package: dbtPackage,
    file,
    path: file.relativePath,
    fqn: [dbtPackage.name, ...foldersOf(file.relativePath), name],
    location: { path: file.file, start: 0, end: 0 },
    rawCode: "",
    language: undefined,
    named: newNamed(),
    checksum: seedChecksum(context, file),
  };
}

/** Larger files dbt does not read while it parses. */
const MAXIMUM_SEED_SIZE = 1024 * 1024;

function seedChecksum(context: ProjectContext, { file, originalPath }: PackageFile): DbtMapping | undefined {
  const content = context.reading.tree.read(file);
  if (content === "not-loaded") context.reading.needs.add(file);
  if (typeof content === "string") return undefined;
  if (content.length <= MAXIMUM_SEED_SIZE) return checksumOfText(new TextDecoder("utf-8").decode(content).trim());
  return new Map([
    ["name", "path"],
    ["checksum", originalPath],
  ]);
}
