/**
 * The fixtures of test/projects (and both sides of examples/): a small repository, how it is entered, what real Dagster said of it.
 * Knows files; knows nothing of what is compared. `case.json` and what stands beside it for the tests are no part of the repository.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { AnalysisOptions, EntryPoint } from "../../src/dagster/analysis.ts";
import type { GraphFacts } from "./graph-facts.ts";

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
  /** Dagsight must find the same entry when none is named. */
  readonly discovered?: boolean;
  /** What Dagster loads and no reader can know. Without a facet: everything of the subject. */
  readonly exceptions?: readonly { readonly subject: string; readonly facet?: string; readonly reason: string }[];
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
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
  const folders = paths.filter((path) => path.endsWith("/case.json")).map((path) => path.slice(0, -"/case.json".length));
  return folders.map((id) => readFixture(root, id, paths));
}

function readFixture(root: string, id: string, paths: readonly string[]): Fixture {
  const own = paths.filter((path) => path.startsWith(`${id}/`)).map((path) => path.slice(id.length + 1));
  const read = (path: string) => readFileSync(join(root, id, path), "utf8");
  return {
    id,
    case: JSON.parse(read("case.json")),
    truth: JSON.parse(read("oracle.json")),
    files: Object.fromEntries(own.filter((path) => !NOT_OF_THE_REPOSITORY.has(path)).map((path) => [path, read(path)])),
    expectedUnresolved: own.includes("expected-unresolved.json") ? JSON.parse(read("expected-unresolved.json")) : null,
  };
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
