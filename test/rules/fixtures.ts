/**
 * Fixtures of rules: `test/rules/<group>/<rule>/<case>.py` is a code location of one file, a folder in its place one with `definitions.py` as entry;
 * a folder without that file is a project whose locations are discovered. What lies in its `base/` is the state that a change starts from.
 * `# expect: rule-name` at the end of a line says that a finding begins on it; `(info)` after the name, that it is of that severity.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface RuleFixture {
  readonly group: string;
  readonly rule: string;
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Absent: one state is looked at alone. */
  readonly base: Readonly<Record<string, string>> | undefined;
  /** Absent: discovered. */
  readonly entry: string | undefined;
}

export function readRuleFixtures(root: string): readonly RuleFixture[] {
  return foldersIn(root).flatMap((group) =>
    foldersIn(join(root, group)).flatMap((rule) =>
      readdirSync(join(root, group, rule))
        .filter((name) => name !== "__pycache__")
        .sort()
        .map((name) => ({ group, rule, name, ...readCase(join(root, group, rule), name) })),
    ),
  );
}

/** Folders of rules, whether or not there is anything in them. */
export function ruleFolders(root: string): readonly { readonly group: string; readonly rule: string }[] {
  return foldersIn(root).flatMap((group) => foldersIn(join(root, group)).map((rule) => ({ group, rule })));
}

function readCase(folder: string, name: string): Pick<RuleFixture, "files" | "base" | "entry"> {
  const path = join(folder, name);
  if (!statSync(path).isDirectory()) return { files: { [name]: readFileSync(path, "utf8") }, base: undefined, entry: name };
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"),
  );
  const texts = files.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return [file.slice(path.length + 1).replaceAll("\\", "/"), readFileSync(file, "utf8")] as const;
  });
  const isBase = ([file]: readonly [string, string]) => file.startsWith("base/");
  const before = texts.filter(isBase).map(([file, text]) => [file.slice("base/".length), text] as const);
  const entry = texts.some(([name]) => name === "definitions.py") ? "definitions.py" : undefined;
  const after = Object.fromEntries(texts.filter((each) => !isBase(each)));
  return { files: after, base: before.length > 0 ? Object.fromEntries(before) : undefined, entry };
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "__pycache__")
    .map((entry) => entry.name)
    .sort();
}

/** `case.py:7 asset-cycle`, with the severity where it is named. */
export function expectationsOf({ files }: RuleFixture): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) =>
    text
      .split("\n")
      .flatMap((line, index) =>
        [...line.matchAll(/# expect: ([a-z0-9-]+)( \((?:info|warning|error)\))?/g)].map(
          ([, rule, severity = ""]) => `${path}:${index + 1} ${rule}${severity}`,
        ),
      ),
  );
}
