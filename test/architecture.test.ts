/** What the folders promise and no compiler checks. The layers themselves are dependency-cruiser's affair. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { groupBy } from "../src/base/group-by.ts";
import { RULES } from "../src/rules/registry.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const sources = filesBelow("src");
const BANNED = new Set(["util", "utils", "helper", "helpers", "common", "misc", "manager", "service", "handler", "data", "info"]);

/** Folders of `src/rules/` that hold no rules. */
const SHARED = ["facts", "registry"];

describe("the rules", () => {
  it("are registered, each file of a group once", () => {
    const onDisk = sources.filter(isOfRule).map((path) => `${path.split("/")[2]}/${basename(path)}`);

    expect(RULES.map(({ group, name }) => `${group}/${name}.ts`).sort()).toEqual(onDisk.sort());
  });

  it("have names that are told apart, from each other and from groups", () => {
    const names = RULES.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => RULES.some(({ group }) => group === name))).toEqual([]);
    expect(names.filter((name) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  it("claim no more than their tier allows", () => {
    expect(RULES.filter(({ tier, severity }) => tier === "dagster-would-fail" && severity !== "error").map(({ name }) => name)).toEqual([]);
    expect(RULES.filter(({ tier, severity }) => tier === "practice" && severity === "error").map(({ name }) => name)).toEqual([]);
  });
});

describe("the sources", () => {
  it("are there to be looked at", () => {
    expect(sources.length).toBeGreaterThan(100);
  });

  it("have names that say what is in them", () => {
    const vague = sources.filter((path) =>
      basename(path)
        .replace(/\.(generated\.)?ts$/, "")
        // Dagster's own noun.
        .replaceAll("io-manager", "")
        .split("-")
        .some((word) => BANNED.has(word)),
    );

    expect(vague).toEqual([]);
  });

  it("fit on a few screens", () => {
    const long = sources.filter((path) => !path.endsWith(".generated.ts") && linesOf(path) > 300);

    expect(long).toEqual([]);
  });

  it("lie in folders that a reader takes in at a glance", () => {
    const full = [...groupBy(sources, dirname)].filter(([, files]) => files.length > 15).map(([folder]) => folder);

    expect(full).toEqual([]);
  });

  it("open with a comment to the maintainer, rules with what they import: their documentation is in them", () => {
    const silent = sources.filter((path) => !/^(?:#!.*\n)?\/(?:\*\*|\/ )/.test(readFileSync(join(root, path), "utf8")));

    expect(silent.filter((path) => !isOfRule(path))).toEqual([]);
  });
});

describe("the command", () => {
  it("answers --version and --help without the engine", () => {
    const loaded = loadedAtStart("src/entrypoints/cli.ts");

    expect(loaded.filter((path) => /^src\/(dagster|python|dbt|rules|formats|render)\//.test(path))).toEqual([]);
    expect(loaded).toContain("src/entrypoints/cli/program.ts");
  });

  it("draws a graph without the rules, which are a third of all code", () => {
    const loaded = loadedAtStart("src/entrypoints/cli/commands/graph.ts");

    expect(loaded.filter((path) => path.startsWith("src/rules/"))).toEqual([]);
    expect(loaded).toContain("src/dagster/analyze-project.ts");
  });
});

/** The sources that importing `entry` loads; what is imported later or for its types only is not there. */
function loadedAtStart(entry: string): readonly string[] {
  const loaded = new Set([entry]);
  for (const path of loaded) {
    const text = readFileSync(join(root, path), "utf8");
    for (const [, named = ""] of text.matchAll(/^(?:import|export) (?!type )(?:[^;"]*? from )?"(\.[^"]+\.ts)";/gm)) {
      loaded.add(join(dirname(path), named).split(sep).join("/"));
    }
  }
  return [...loaded];
}

/** A group with many rules sorts them into folders. */
function isOfRule(path: string): boolean {
  const [, folder, group = ""] = /^src\/(rules)\/([^/]+)\/(?:[^/]+\/)?[^/]+\.ts$/.exec(path) ?? [];
  return folder !== undefined && !SHARED.includes(group);
}

function linesOf(path: string): number {
  return readFileSync(join(root, path), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "").length;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
