import { describe, expect, it } from "vitest";
import { chooseConfiguration } from "../../src/configuration/choose-configuration.ts";
import { DEFAULT_CONFIGURATION } from "../../src/configuration/default-configuration.ts";
import { fileLayer, givenLayer, mergeConfiguration } from "../../src/configuration/merge-configuration.ts";
import { parseConfiguration } from "../../src/configuration/parse-configuration.ts";
import { createRuleLevels } from "../../src/configuration/rule-levels.ts";
import type { Configuration } from "../../src/types/configuration.ts";
import { violations } from "../support/validate-document.ts";

const PATH = ".github/dagsight.yml";

/** `severity: message (help) @text`. */
function findings(text: string, path = PATH): string[] {
  return parseConfiguration(text, path).diagnostics.map(
    ({ severity, message, help, location }) =>
      `${severity}: ${message}${help ? ` (${help})` : ""} @${text.slice(location.start, location.end)}`,
  );
}

const NAMES = new Set(["graph", "jobs", "invalid-cron", "asset-cycle"]);

describe("a configuration file", () => {
  it("is read from YAML, where `off` is a word", () => {
    const { file, diagnostics } = parseConfiguration(
      "rules:\n  invalid-cron: off\ncheck: {failOn: warning}\nenvironment: {REGION: eu}\n",
      PATH,
    );
    expect(diagnostics).toEqual([]);
    expect(file).toEqual({ rules: { "invalid-cron": "off" }, check: { failOn: "warning" }, environment: { REGION: "eu" } });
  });

  it("is read from the table of a pyproject.toml", () => {
    const text = '[project]\nname = "shop"\n\n[tool.dagsight]\nselect = ["graph"]\n\n[tool.dagsight.comment]\nmaxNodes = 20\n';
    expect(parseConfiguration(text, "pyproject.toml")).toMatchObject({
      present: true,
      file: { select: ["graph"], comment: { maxNodes: 20 } },
      diagnostics: [],
    });
  });

  it("is absent from a pyproject.toml without the table, even a broken one", () => {
    expect(parseConfiguration('[project]\nname = "shop"\n', "pyproject.toml")).toMatchObject({ present: false, file: {}, diagnostics: [] });
    expect(parseConfiguration("[project\n", "pyproject.toml")).toMatchObject({ present: false, diagnostics: [] });
  });

  it.each([
    ["", []],
    ["comment:\n  behavior: new\n", ["warning: unknown key `comment.behavior` (Did you mean `behaviour`?) @behavior"]],
    ["comments: {}\n", ["warning: unknown key `comments` (Did you mean `comment`?) @comments"]],
    ["health: {zzz: 1}\n", ["warning: unknown key `health.zzz` (Known keys: issue, schedule) @zzz"]],
    ["check: {failOn: errors}\n", ["error: `check.failOn` must be one of `error`, `warning`, `never` (Did you mean `error`?) @errors"]],
    ["comment: {maxNodes: 500}\n", ["error: `comment.maxNodes` must be <= 200 @500"]],
    ["comment: {maxNodes: many}\n", ["error: `comment.maxNodes` must be a whole number @many"]],
    ["environment: {PORT: 8080}\n", ["error: `environment.PORT` must be a text @8080"]],
    ["overrides: [{rules: {graph: off}}]\n", ["error: `overrides.0` lacks the key `paths` @{rules: {graph: off}}"]],
    [
      "overrides: [{path: [a], rules: {}}]\n",
      expect.arrayContaining(["error: unknown key `overrides.0.path` (Did you mean `paths`?) @path"]),
    ],
    ["paths: {exclude: ['src/[a']}\n", ["error: `paths.exclude.0` must be a glob whose brackets are closed @'src/[a'"]],
    ["paths: {exclude: ['src/{a,b}/**', '[a-z]*.py', '{a,{b,c}}']}\n", []],
    ["requiredMetadata: [owner]\n", [expect.stringMatching(/^error: `requiredMetadata.0` must be .*\(Did you mean `owners`\?\) @owner$/)]],
    ["requiredMetadata: [owners, tags.team, metadata.sla.hours]\n", []],
    ["thresholds: {asset-line: 50}\n", ["warning: unknown key `thresholds.asset-line` (Did you mean `asset-lines`?) @asset-line"]],
    ["select: graph\n", ["error: `select` must be a list @graph"]],
    ["- a\n", ["error: the configuration must be a mapping of keys to values @- a"]],
    ["a: [\n", [expect.stringMatching(/^error: expected the node content/), expect.stringMatching(/^warning: unknown key `a`/)]],
  ])("%j gives %j", (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });

  it("keeps what is right beside what is wrong", () => {
    const text = "check: {failOn: sometimes, newOnly: false}\nselect: [1]\nignore: [graph]\n";
    expect(parseConfiguration(text, PATH).file).toEqual({ check: { newOnly: false }, ignore: ["graph"] });
  });

  it("cannot reach the prototype", () => {
    const { file, diagnostics } = parseConfiguration("environment: {__proto__: x}\n__proto__: {a: 1}\n", PATH);
    expect(Object.keys(file.environment ?? {})).toEqual(["__proto__"]);
    expect(diagnostics.map(({ message }) => message)).toEqual(["unknown key `__proto__`"]);
  });
});

describe("the merged configuration", () => {
  it("is the default when nothing is said, and the default is valid", () => {
    const { configuration } = mergeConfiguration([]);
    expect(configuration).toEqual(DEFAULT_CONFIGURATION);
    expect(violations("configuration", configuration)).toEqual([]);
  });

  it("takes every key from the strongest layer that has it, and says which", () => {
    const text = "environment: {REGION: eu, TIER: dev}\nselect: [graph]\ncomment:\n  maxNodes: 10\n";
    const organisation = parseConfiguration("comment: {maxNodes: 30, behaviour: new}\nhealth: {issue: true}\n", PATH);
    const { configuration, settings } = mergeConfiguration([
      givenLayer({ environment: { REGION: "us" }, select: ["jobs"] }, (key) => ({
        kind: "command-line",
        name: key === "select" ? "--select" : "--env",
      })),
      fileLayer(parseConfiguration(text, PATH), "file"),
      fileLayer(organisation, "organisation"),
    ]);

    expect(configuration).toEqual({
      ...DEFAULT_CONFIGURATION,
      environment: { REGION: "us", TIER: "dev" },
      select: ["jobs"],
      comment: { behaviour: "new", maxNodes: 10 },
      health: { issue: true, schedule: "weekly" },
    });
    expect(settings.get("environment.REGION")).toEqual({ value: "us", origin: { kind: "command-line", name: "--env" } });
    const nodes = settings.get("comment.maxNodes");
    const place = nodes?.origin.kind === "file" ? nodes.origin.location : undefined;
    expect(place && text.slice(place.start, place.end)).toBe("maxNodes: 10");
    expect(settings.get("comment.behaviour")?.origin.kind).toBe("organisation");
    expect(settings.get("baseline")).toEqual({ value: ".dagsight/baseline.json", origin: { kind: "default" } });
    expect([...settings.keys()]).toEqual([...settings.keys()].sort());
  });

  it("keeps dots in the names of rules and variables", () => {
    const parsed = parseConfiguration("environment: {a.b.c: three}\n", PATH);
    expect(mergeConfiguration([fileLayer(parsed, "file")]).configuration.environment).toEqual({ "a.b.c": "three" });
  });
});

describe("the file that configures", () => {
  it("is the one in .github, and the other is told so", () => {
    const chosen = chooseConfiguration(
      new Map([
        ["pyproject.toml", "[tool.dagsight]\nselect = []\n"],
        [PATH, "select: [graph]\n"],
      ]),
      NAMES,
    );
    expect(chosen).toMatchObject({ path: PATH, file: { select: ["graph"] } });
    expect(chosen?.diagnostics.map(({ message, location }) => [message, location.path])).toEqual([
      [`\`${PATH}\` configures Dagsight already: this one is not read`, "pyproject.toml"],
    ]);
  });

  it("is none where a pyproject.toml does not speak of Dagsight", () => {
    expect(chooseConfiguration(new Map([["pyproject.toml", "[tool.dagster]\n"]]), NAMES)).toBeUndefined();
  });
});

describe("the level of a rule", () => {
  const cron = { name: "invalid-cron", group: "schedules" };

  function levelOf(part: Partial<Configuration>, path = "shop/schedules.py"): string | undefined {
    return createRuleLevels({ ...DEFAULT_CONFIGURATION, ...part })(cron, path);
  }

  it.each<[string, Partial<Configuration>, string | undefined]>([
    ["nothing said", {}, undefined],
    ["its own entry", { rules: { "invalid-cron": "info" } }, "info"],
    ["its group's entry", { rules: { schedules: "warning" } }, "warning"],
    ["its own over its group's", { rules: { schedules: "off", "invalid-cron": "error" } }, "error"],
    ["selected by group", { select: ["schedules"] }, undefined],
    ["not selected", { select: ["graph"] }, "off"],
    ["ignored", { select: ["schedules"], ignore: ["invalid-cron"] }, "off"],
    ["an override for its path", { rules: { schedules: "error" }, overrides: [{ paths: ["shop"], rules: { schedules: "info" } }] }, "info"],
    ["an override for another path", { overrides: [{ paths: ["legacy"], rules: { schedules: "off" } }] }, undefined],
    [
      "the last of two overrides",
      {
        overrides: [
          { paths: ["**"], rules: { schedules: "info" } },
          { paths: ["shop"], rules: { "invalid-cron": "error" } },
        ],
      },
      "error",
    ],
    ["an excluded path", { paths: { include: [], exclude: ["shop/**"] } }, "off"],
    ["a path that is not included", { paths: { include: ["legacy"], exclude: [] } }, "off"],
    ["a name of the prototype", { rules: {}, overrides: [] }, undefined],
  ])("with %s", (_, part, expected) => {
    expect(levelOf(part)).toBe(expected);
  });
});

describe("names of rules", () => {
  it("that do not exist are errors at their places, wherever they stand", () => {
    const text =
      "select: [grpah, jobs]\nignore: [asset-cycle]\nrules: {invalid-chron: off}\noverrides:\n  - {paths: [a], rules: {nothing-like-it: off}}\n";

    const diagnostics = chooseConfiguration(new Map([[PATH, text]]), NAMES)?.diagnostics ?? [];

    expect(
      diagnostics.map(({ severity, message, help, location }) => [severity, message, help, text.slice(location.start, location.end)]),
    ).toEqual([
      ["error", "`select` names `grpah`, which is no rule or group", "Did you mean `graph`?", "grpah"],
      ["error", "`rules` names `invalid-chron`, which is no rule or group", "Did you mean `invalid-cron`?", "invalid-chron"],
      ["error", "`overrides` names `nothing-like-it`, which is no rule or group", "`dagsight rules` lists them.", "nothing-like-it"],
    ]);
  });
});
