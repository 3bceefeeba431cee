/**
 * Where Python projects write which packages they need, one reader for each kind of file: a list of (package, specifier). Lock files give
 * `==`, whatever wrote them. setup.py is read as text: every string literal in it that is a requirement counts, because `install_requires` is often built.
 */
import { folderOf } from "../../base/repository-path.ts";
import { iniList } from "./ini-list.ts";
import { installedPackages } from "./installed-packages.ts";
import { asList, asText, entriesOf, joinPath, type ProjectFiles, pathIn, valueAt } from "./project-files.ts";
import { normalizeName, parseRequirement, type Requirement } from "./requirement.ts";

type Reader = (files: ProjectFiles, path: string) => readonly Requirement[];

/**
 * The requirements that stand in `folder` itself, those to be believed first first: of lock files, of declarations, of what images install. Each list
 * is read only when it is asked for, and is in the order of its files.
 */
export function* requirementsIn(files: ProjectFiles, folder: string): Generator<readonly Requirement[]> {
  yield LOCK_FILES.flatMap(([name, read]) => readIfThere(files, pathIn(folder, name), read));
  const declared = DECLARING_FILES.flatMap(([name, read]) => readIfThere(files, pathIn(folder, name), read));
  const texts = requirementFiles(files, folder).flatMap((path) => readRequirementsText(files, path));
  yield [...declared, ...texts];
  yield imageFiles(files, folder).flatMap((path) => requirementsOf(installedPackages(files.text(path) ?? "")));
}

/** Of lock files alone. */
export function lockedRequirementsIn(files: ProjectFiles, folder: string): readonly Requirement[] {
  const [locked = []] = requirementsIn(files, folder);
  return locked;
}

const LOCK_FILES: readonly (readonly [string, Reader])[] = [
  ...["uv.lock", "poetry.lock", "pdm.lock", "pylock.toml"].map(
    (name) => [name, (files: ProjectFiles, path: string) => lockedPackages(files.text(path) ?? "")] as const,
  ),
  ["conda-lock.yml", (files, path) => asList(valueAt(files.value(path), "package")).flatMap(condaPackage)],
  ["Pipfile.lock", (files, path) => entriesOf(valueAt(files.value(path), "default")).flatMap(tableRequirement)],
  ["pixi.lock", (files, path) => packagesOfUrls(files.text(path) ?? "")],
];

const DECLARING_FILES: readonly (readonly [string, Reader])[] = [
  ["pyproject.toml", (files, path) => [...readPyproject(files.value(path)), ...readDynamic(files, path)]],
  ["setup.cfg", (files, path) => readSetupCfg(files.value(path))],
  ["setup.py", (files, path) => readSetupPy(files.text(path) ?? "")],
  ["Pipfile", (files, path) => entriesOf(valueAt(files.value(path), "packages")).flatMap(tableRequirement)],
  ["pixi.toml", (files, path) => readPixi(files.value(path))],
  ...["environment.yml", "environment.yaml", "conda.yml", "conda.yaml"].map(
    (name) => [name, (files: ProjectFiles, path: string) => readCondaEnvironment(files.value(path))] as const,
  ),
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

/** With the files that it includes (`-r`) or is constrained by (`-c`); a file that is met again is passed over. */
function readRequirementsText(files: ProjectFiles, path: string, met: ReadonlySet<string> = new Set()): readonly Requirement[] {
  if (met.has(path)) return [];
  const folder = folderOf(path);
  return (files.text(path) ?? "").split(/\r?\n/).flatMap((line) => {
    const [, file] = /^\s*(?:-r|-c|--requirement|--constraint)[\s=]+([^\s#]+)/.exec(line) ?? [];
    const included = file === undefined ? undefined : joinPath(folder, file);
    return included === undefined
      ? [...requirementsOf([line]), ...packagesOfUrls(line)]
      : readRequirementsText(files, included, new Set([...met, path]));
  });
}

/** `Dockerfile`, `Dockerfile.dagster`, `dagster.Dockerfile`. */
function imageFiles(files: ProjectFiles, folder: string): readonly string[] {
  const names = files.tree.list(folder).filter((name) => /^Dockerfile(?:\.[\w.-]+)?$|\.[Dd]ockerfile$/.test(name));
  return names.map((name) => pathIn(folder, name));
}

const UV_LISTS = ["override-dependencies", "constraint-dependencies", "dev-dependencies"];

/** Lists of requirements that setuptools reads from files. */
function readDynamic(files: ProjectFiles, path: string): readonly Requirement[] {
  const dynamic = valueAt(files.value(path), "tool", "setuptools", "dynamic");
  const given = [valueAt(dynamic, "dependencies"), ...entriesOf(valueAt(dynamic, "optional-dependencies")).map(([, list]) => list)];
  const named = given.flatMap((each) => valueAt(each, "file")).flatMap((file) => asText(file) ?? asList(file).map(asText));
  return named.flatMap((file) => {
    const at = file === undefined ? undefined : joinPath(folderOf(path), file);
    return at === undefined ? [] : readRequirementsText(files, at);
  });
}

function readPyproject(value: unknown): readonly Requirement[] {
  const project = requirementsOf(asList(valueAt(value, "project", "dependencies")));
  const extras = entriesOf(valueAt(value, "project", "optional-dependencies")).flatMap(([, list]) => requirementsOf(asList(list)));
  const groups = entriesOf(valueAt(value, "dependency-groups")).flatMap(([, list]) => requirementsOf(asList(list)));
  const uv = UV_LISTS.flatMap((list) => requirementsOf(asList(valueAt(value, "tool", "uv", list))));
  const hatch = entriesOf(valueAt(value, "tool", "hatch", "envs")).flatMap(([, env]) =>
    ["dependencies", "extra-dependencies"].flatMap((list) => requirementsOf(asList(valueAt(env, list)))),
  );
  const poetry = entriesOf(valueAt(value, "tool", "poetry", "dependencies")).flatMap(tableRequirement);
  const poetryGroups = entriesOf(valueAt(value, "tool", "poetry", "group")).flatMap(([, group]) =>
    entriesOf(valueAt(group, "dependencies")).flatMap(tableRequirement),
  );
  return [...project, ...poetry, ...readPixi(valueAt(value, "tool", "pixi")), ...extras, ...groups, ...uv, ...poetryGroups, ...hatch];
}

function readPixi(value: unknown): readonly Requirement[] {
  const features = entriesOf(valueAt(value, "feature")).map(([, feature]) => feature);
  return [value, ...features].flatMap((table) =>
    ["dependencies", "pypi-dependencies"].flatMap((name) => entriesOf(valueAt(table, name)).flatMap(tableRequirement)),
  );
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

/** `dagster = "^1.9"` or `dagster = {version = "^1.9", extras = […]}`, or a list of such for several Pythons. */
function tableRequirement([name, value]: readonly [string, unknown]): readonly Requirement[] {
  if (Array.isArray(value)) return value.flatMap((each) => tableRequirement([name, each]));
  const specifier = asText(value) ?? asText(valueAt(value, "version")) ?? "";
  return [{ name: normalizeName(name), specifier: specifier === "*" ? "" : specifier.replaceAll(/\s/g, "") }];
}

const PACKAGE_TABLE = /^\[\[packages?\]\][ \t]*\r?$/m;

/** The tables of a lock file in TOML, by the lines that its tool writes: reading the megabytes between them takes a second that nobody has. */
function lockedPackages(text: string): readonly Requirement[] {
  const [, ...tables] = text.split(PACKAGE_TABLE);
  return tables.flatMap((table) => {
    const [own = ""] = table.split(/^\[/m, 1);
    return pinned(lockedField(own, "name"), lockedField(own, "version"));
  });
}

function lockedField(table: string, field: "name" | "version"): string | undefined {
  return new RegExp(`^${field}[ \\t]*=[ \\t]*(["'])(.*?)\\1`, "m").exec(table)?.[2];
}

function condaPackage(item: unknown): readonly Requirement[] {
  return pinned(asText(valueAt(item, "name")), asText(valueAt(item, "version")));
}

function pinned(name: string | undefined, version: string | undefined): readonly Requirement[] {
  return name && version ? [{ name: normalizeName(name), specifier: `==${version}` }] : [];
}

/** The packages that a list of archives names: `https://…/dagster-1.9.3-py3-none-any.whl`. */
function packagesOfUrls(text: string): readonly Requirement[] {
  const archives = text.matchAll(/\/([A-Za-z0-9][\w.-]*?)-(\d+(?:\.\d+)+)(?=[-.])[^/\s]*\.(?:whl|conda|tar\.bz2|tar\.gz)\b/g);
  return [...archives].map(([, name = "", version = ""]) => ({ name: normalizeName(name), specifier: `==${version}` }));
}

function requirementsOf(items: readonly unknown[]): readonly Requirement[] {
  return items.flatMap((item) => {
    const requirement = typeof item === "string" ? parseRequirement(item) : undefined;
    return requirement ? [requirement] : [];
  });
}
