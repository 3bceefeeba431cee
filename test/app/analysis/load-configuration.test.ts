import { describe, expect, it } from "vitest";
import { type GivenConfiguration, loadConfiguration } from "../../../src/app/analysis/load-configuration.ts";
import type { ConfigurationFile } from "../../../src/types/configuration.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";

const given = (values: ConfigurationFile = {}): GivenConfiguration => ({ values, originOf: (name) => ({ kind: "command-line", name }) });

describe("loadConfiguration", () => {
  it("is the defaults where the tree says nothing", async () => {
    const { configuration, origin } = await loadConfiguration(
      createMemoryTree({ "pyproject.toml": "[project]\nname = 'shop'\n" }),
      given(),
    );

    expect(origin).toBeNull();
    expect(configuration).toMatchObject({ environment: {}, select: [], check: { failOn: "error" } });
  });

  it("reads the tree's file, and lets the caller speak over it", async () => {
    const tree = createMemoryTree({ ".github/dagsight.yml": "environment:\n  REGION: eu\n  STAGE: test\nselect: [graph]\n" });

    const { configuration, origin } = await loadConfiguration(tree, given({ environment: { REGION: "us" }, select: ["jobs"] }));

    expect(origin).toBe(".github/dagsight.yml");
    expect(configuration.environment).toEqual({ REGION: "us", STAGE: "test" });
    expect(configuration.select).toEqual(["jobs"]);
  });

  it("reads a table of pyproject.toml", async () => {
    const tree = createMemoryTree({ "pyproject.toml": '[tool.dagsight]\nignore = ["asset-cycle"]\n' });

    expect(await loadConfiguration(tree, given())).toMatchObject({
      origin: "pyproject.toml",
      configuration: { ignore: ["asset-cycle"] },
      diagnostics: [],
    });
  });

  it("leaves a wrong value out and says where it stands", async () => {
    const tree = createMemoryTree({ ".github/dagsight.yml": "ignore: [asset-cycle]\nslect: [graph]\n" });

    const { configuration, diagnostics } = await loadConfiguration(tree, given());

    expect(configuration.ignore).toEqual(["asset-cycle"]);
    expect(diagnostics).toMatchObject([
      { severity: "warning", location: { path: ".github/dagsight.yml", start: 22 }, help: "Did you mean `select`?" },
    ]);
  });
});
