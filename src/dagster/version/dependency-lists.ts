/**
 * Where Python projects write which packages they need, one reader for each kind of file: a list of (package, specifier). Lock files give
 * `==`. setup.py is read as text: every string literal in it that is a requirement counts, because `install_requires` is often built.
 */
import { iniList } from "./ini-list.ts";
import { asList, asText, entriesOf, type ProjectFiles, pathIn, valueAt } from "./project-files.ts";
import { normalizeName, parseRequirement, type Requirement } from "./requirement.ts";

type Reader = (files: ProjectFiles, path: string) => readonly Requirement[];

/** The requirements that stand in `folder` itself: those of lock files first, each list in the order of its file. */
export function requirementsIn(
  files: ProjectFiles,
  folder: string,
): { readonly locked: readonly Requirement[]; readonly declared: readonly Requirement[] } {
  const locked = LOCK_FILES.flatMap(([name, read]) => readIfThere(files, pathIn(folder, name), read));
  const declared = DECLARING_FILES.flatMap(([name, read]) => readIfThere(files, pathIn(folder, name), read));
  const texts = requirementFiles(files, folder).flatMap((path) => readRequirementsText(files, path));
  return { locked, declared: [...declared, ...texts] };
}

const LOCK_FILES: readonly (readonly [string, Reader])[] = [
  ["uv.lock", (files, path) => lockedPackages(valueAt(files.value(path), "package"))],
  ["poetry.lock", (files, path) => lockedPackages(valueAt(files.value(path), "package"))],
  ["pdm.lock", (files, path) => lockedPackages(valueAt(files.value(path), "package"))],
  ["Pipfile.lock", (files, path) => entriesOf(valueAt(files.value(path), "default")).flatMap(tableRequirement)],
];

const DECLARING_FILES: readonly (readonly [string, Reader])[] = [
  ["pyproject.toml", (files, path) => readPyproject(files.value(path))],
  ["setup.cfg", (files, path) => readSetupCfg(files.value(path))],
  ["setup.py", (files, path) => readSetupPy(files.text(path) ?? "")],
  ["Pipfile", (files, path) => entriesOf(valueAt(files.value(path), "packages")).flatMap(tableRequirement)],
  ["environment.yml", (files, path) => readCondaEnvironment(files.value(path))],
  ["environment.yaml", (files, path) => readCondaEnvironment(files.value(path))],
];

function readIfThere(files: ProjectFiles, path: string, read: Reader): readonly Requirement[] {
  return files.tree.has(path) ? read(files, path) : [];
}

/** `requirements.txt`, `requirements-dev.txt`, `requirements/base.txt`. */
function requirementFiles(files: ProjectFiles, folder: string): readonly string[] {
  const here = files.tree.list(folder).filter((name) => /^requirements.*\.(txt|in)$/.test(name));
  const below = files.tree.list(pathIn(folder, "requirements")).filter((name) => /\.(txt|in)$/.test(name));
  return [...here.map((name) => pathIn(folder, name)), ...below.map((name) => pathIn(folder, `requirements/${name}`))];
}

function readRequirementsText(files: ProjectFiles, path: string): readonly Requirement[] {
  return requirementsOf((files.text(path) ?? "").split(/\r?\n/));
}

function readPyproject(value: unknown): readonly Requirement[] {
  const project = requirementsOf(asList(valueAt(value, "project", "dependencies")));
  const extras = entriesOf(valueAt(value, "project", "optional-dependencies")).flatMap(([, list]) => requirementsOf(asList(list)));
  const groups = entriesOf(valueAt(value, "dependency-groups")).flatMap(([, list]) => requirementsOf(asList(list)));
  const uv = requirementsOf(asList(valueAt(value, "tool", "uv", "dev-dependencies")));
  const poetry = entriesOf(valueAt(value, "tool", "poetry", "dependencies")).flatMap(tableRequirement);
  const poetryGroups = entriesOf(valueAt(value, "tool", "poetry", "group")).flatMap(([, group]) =>
    entriesOf(valueAt(group, "dependencies")).flatMap(tableRequirement),
  );
  return [...project, ...poetry, ...extras, ...groups, ...uv, ...poetryGroups];
}

function readSetupCfg(value: unknown): readonly Requirement[] {
  const required = requirementsOf(iniList(asText(valueAt(value, "options", "install_requires"))));
  const extras = entriesOf(valueAt(value, "options.extras_require")).flatMap(([, list]) => requirementsOf(iniList(asText(list))));
  return [...required, ...extras];
}

function readSetupPy(text: string): readonly Requirement[] {
  return requirementsOf([...text.matchAll(/(["'])([A-Za-z][^"'\n]*)\1/g)].map((match) => match[2]));
}

function readCondaEnvironment(value: unknown): readonly Requirement[] {
  return asList(valueAt(value, "dependencies")).flatMap((item) => [
    ...requirementsOf([item]),
    ...requirementsOf(asList(valueAt(item, "pip"))),
  ]);
}

/** `dagster = "^1.9"` or `dagster = {version = "^1.9", extras = […]}`. */
function tableRequirement([name, value]: readonly [string, unknown]): readonly Requirement[] {
  const specifier = asText(value) ?? asText(valueAt(value, "version")) ?? "";
  return [{ name: normalizeName(name), specifier: specifier === "*" ? "" : specifier.replaceAll(/\s/g, "") }];
}

function lockedPackages(packages: unknown): readonly Requirement[] {
  return asList(packages).flatMap((item) => {
    const name = asText(valueAt(item, "name"));
    const version = asText(valueAt(item, "version"));
    return name && version ? [{ name: normalizeName(name), specifier: `==${version}` }] : [];
  });
}

function requirementsOf(items: readonly unknown[]): readonly Requirement[] {
  return items.flatMap((item) => {
    const requirement = typeof item === "string" ? parseRequirement(item) : undefined;
    return requirement ? [requirement] : [];
  });
}
