/**
 * The fixtures of test/projects (and both sides of examples/): a small repository, how it is entered, what real Dagster said of it.
 * Knows files; knows nothing of what is compared. `case.json` and what stands beside it for the tests are no part of the repository.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { AnalysisOptions, EntryPoint } from "../../src/dagster/analysis.ts";
import type { Exception } from "./graph/compare-graph.ts";
import type { GraphFacts } from "./graph/graph-facts.ts";

export interface FixtureCase {
  readonly about: string;
  readonly rows: readonly string[];
  readonly entry: {
    readonly module?: string;
    readonly file?: string;
    readonly autoloadDefs?: string;
    readonly attribute?: string;
    readonly workingDirectory?: string;
  };
  readonly environment?: Readonly<Record<string, string>>;
  /** Folders, relative to the case, whose files laid over each other are the repository; without it the case folder is. */
  readonly project?: readonly string[];
  /** Dagsight must find the same entry when none is named. */
  readonly discovered?: boolean;
  readonly exceptions?: readonly Exception[];
}

export interface Fixture {
  /** `assets/keys-and-prefixes` */
  readonly id: string;
  readonly case: FixtureCase;
  readonly truth: GraphFacts | { readonly refused: { readonly error: string; readonly message: string } };
  /** Texts by path: the repository. */
  readonly files: Readonly<Record<string, string>>;
  readonly expectedUnresolved: ExpectedUnresolved | null;
}

export interface ExpectedUnresolved {
  readonly unresolved: readonly {
    readonly subject: string;
    readonly field: string | null;
    /** Any of these. */
    readonly reasons: readonly string[];
    readonly file: string;
    readonly line?: number;
    /** A word that the message must hold. */
    readonly mentions?: string;
  }[];
  /** Subjects that exist only if something unknown holds. */
  readonly conditional?: readonly string[];
  readonly assumes?: Readonly<Record<string, readonly string[]>>;
  /** May be reported, need not. */
  readonly allowed?: readonly { readonly subject: string; readonly field: string }[];
}

const NOT_OF_THE_REPOSITORY = new Set(["case.json", "oracle.json", "expected-unresolved.json"]);

/** All folders below `root` that hold a `case.json`, sorted. */
export function readFixtures(root: string): readonly Fixture[] {
  const cases = filesBelow(root).filter((path) => path.endsWith("/case.json"));
  return cases.map((path) => readFixture(root, path.slice(0, -"/case.json".length)));
}

function readFixture(root: string, id: string): Fixture {
  const folder = join(root, id);
  const read = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));
  const fixtureCase: FixtureCase = read("case.json");
  const layers = (fixtureCase.project ?? ["."]).map((layer) => readTexts(join(folder, layer)));
  return {
    id,
    case: fixtureCase,
    truth: read("oracle.json"),
    files: Object.assign({}, ...layers),
    expectedUnresolved: existsSync(join(folder, "expected-unresolved.json")) ? read("expected-unresolved.json") : null,
  };
}

function readTexts(folder: string): Readonly<Record<string, string>> {
  const own = filesBelow(folder).filter((path) => !NOT_OF_THE_REPOSITORY.has(path));
  return Object.fromEntries(own.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Sorted, relative, with forward slashes. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** As the command line would name it. */
export function entryPoint({ entry }: FixtureCase): EntryPoint {
  const kind = entry.module ? "module" : entry.file ? "file" : "autoload-defs";
  const target = entry.module ?? entry.file ?? entry.autoloadDefs ?? "";
  return { kind, target, workingDirectory: entry.workingDirectory ?? "", ...(entry.attribute ? { attribute: entry.attribute } : {}) };
}

export function analysisOptions(fixture: Fixture, named: boolean): AnalysisOptions {
  const environment = new Map(Object.entries(fixture.case.environment ?? {}));
  return named ? { environment, root: "", entries: [entryPoint(fixture.case)] } : { environment, root: "" };
}
