/** What a code location loads, however that is written: adding to it and taking from it. */
import { describe, expect, it } from "vitest";
import { edited, type Files, graphOf, refused } from "./edit-files.ts";

const JOBS = `import dagster as dg

daily = dg.define_asset_job("daily", selection="*")
weekly = dg.define_asset_job("weekly", selection="*")
`;

function project(definitions: string): Files {
  return { "jobs.py": JOBS, "definitions.py": definitions };
}

const HEAD = "import dagster as dg\n\nfrom jobs import daily\n";
const GROWN = "import dagster as dg\n\nfrom jobs import daily, weekly\n";
const ASSET = "\n\n@dg.asset\ndef orders(): ...\n\n\n";

const PLACES: readonly (readonly [string, string, string])[] = [
  ["a list literal", "defs = dg.Definitions([orders], jobs=[daily])\n", "defs = dg.Definitions([orders], jobs=[daily, weekly])\n"],
  [
    "a list of a constant",
    "all_jobs = [daily]\ndefs = dg.Definitions([orders], jobs=all_jobs)\n",
    "all_jobs = [daily, weekly]\ndefs = dg.Definitions([orders], jobs=all_jobs)\n",
  ],
  [
    "a concatenation",
    "more = []\ndefs = dg.Definitions([orders], jobs=more + [daily])\n",
    "more = []\ndefs = dg.Definitions([orders], jobs=more + [daily, weekly])\n",
  ],
  [
    "a missing argument",
    "assert daily\ndefs = dg.Definitions([orders])\n",
    "assert daily\ndefs = dg.Definitions([orders], jobs=[weekly])\n",
  ],
  [
    "@definitions",
    "@dg.definitions\ndef defs():\n    return dg.Definitions([orders], jobs=[daily])\n",
    "@dg.definitions\ndef defs():\n    return dg.Definitions([orders], jobs=[daily, weekly])\n",
  ],
  [
    "Definitions.merge",
    "defs = dg.Definitions.merge(dg.Definitions([orders]), dg.Definitions(jobs=[daily]))\n",
    "defs = dg.Definitions.merge(dg.Definitions([orders], jobs=[weekly]), dg.Definitions(jobs=[daily]))\n",
  ],
  [
    "a @repository",
    "@dg.repository\ndef shop():\n    return [orders, daily]\n",
    "@dg.repository\ndef shop():\n    return [orders, daily, weekly]\n",
  ],
];

describe("add-to-definitions", () => {
  it.each(PLACES)("grows %s", async (_, before, after) => {
    const request = { kind: "add-to-definitions", object: "jobs:weekly" } as const;
    const grown = await edited(project(HEAD + ASSET + before), request);
    expect(grown["definitions.py"]).toBe(GROWN + ASSET + after);
    expect(await edited(grown, request)).toEqual(grown);
  });

  it("gives a merge of loaders one more part", async () => {
    const files = {
      ...project(`${HEAD}import raw\n\ndefs = dg.Definitions.merge(dg.load_definitions_from_module(raw))\n`),
      "raw.py": "import dagster as dg\n\n\n@dg.asset\ndef orders(): ...\n",
    };
    const after = await edited(files, { kind: "add-to-definitions", object: "jobs:weekly" });
    expect(after["definitions.py"]).toContain(
      "dg.Definitions.merge(\n    dg.load_definitions_from_module(raw),\n    dg.Definitions(jobs=[weekly]),\n)\n",
    );
  });

  it("refuses what it cannot tell, and what is not there", async () => {
    const files = project(`${HEAD + ASSET}number = 3\ndefs = dg.Definitions([orders], jobs=[daily])\n`);
    expect(await refused(files, { kind: "add-to-definitions", object: "definitions:number" })).toMatch(/^invalid-value/);
    expect(await refused(files, { kind: "add-to-definitions", object: "jobs:hourly" })).toMatch(/^unknown-subject/);
    expect(await refused(files, { kind: "add-to-definitions", object: "hourly" })).toMatch(/^invalid-name/);
  });
});

describe("take-from-definitions", () => {
  it.each(PLACES.filter(([name]) => name !== "a missing argument" && name !== "Definitions.merge"))(
    "takes from %s",
    async (_, before, after) => {
      const files = project(GROWN + ASSET + after);
      const request = { kind: "take-from-definitions", object: "jobs:weekly" } as const;
      const taken = await edited(files, request);
      expect(taken["definitions.py"]).toBe(HEAD + ASSET + before);
      expect(taken["jobs.py"]).toBe(JOBS);
      expect(await edited(taken, request)).toEqual(taken);
    },
  );

  it("leaves a stub where something still names the asset", async () => {
    const text = `import dagster as dg\n\n\n@dg.asset\ndef orders(): ...\n\n\n@dg.asset(deps=["orders"])\ndef revenue(): ...\n\n\ndefs = dg.Definitions([orders, revenue])\n`;
    const after = await edited({ "definitions.py": text }, { kind: "take-from-definitions", object: "definitions:orders" });
    expect(after["definitions.py"]).toBe(text.replace("[orders, revenue]", "[revenue]"));
    expect((await graphOf(after))[0]?.nodes.map(({ key, kind }) => `${key} ${kind}`)).toEqual(["orders stub", "revenue asset"]);
  });

  it("refuses what a loader finds", async () => {
    const text = "import dagster as dg\n\n\n@dg.asset\ndef orders(): ...\n";
    expect(await refused({ "definitions.py": text }, { kind: "take-from-definitions", object: "definitions:orders" })).toContain(
      "a loader finds it",
    );
  });
});

describe("resources", () => {
  const files = project(`${HEAD + ASSET}defs = dg.Definitions([orders], jobs=[daily])\n`);

  it("makes a class where the module has none, and gives it values", async () => {
    const definition = { what: "resource", key: "warehouse", name: "Warehouse", values: [["url", "env:WAREHOUSE"]] } as const;
    const after = await edited(files, { kind: "add-definition", module: "resources.py", definition: { ...definition, values: [] } });
    expect(after["resources.py"]).toBe("import dagster as dg\n\n\nclass Warehouse(dg.ConfigurableResource):\n    ...\n");
    expect(after["definitions.py"]).toContain('resources={"warehouse": Warehouse()})');
    const known = { ...files, "resources.py": "import dagster as dg\n\n\nclass Warehouse(dg.ConfigurableResource):\n    url: str\n" };
    const given = await edited(known, { kind: "add-definition", module: "resources", definition });
    expect(given["resources.py"]).toBe(known["resources.py"]);
    expect(given["definitions.py"]).toContain('resources={"warehouse": Warehouse(url=dg.EnvVar("WAREHOUSE"))},\n');
    expect(given["definitions.py"]).toContain("from resources import Warehouse\n");
  });

  it("removes one that nothing needs, and names who needs another", async () => {
    const text = `${HEAD}

class Warehouse(dg.ConfigurableResource): ...


@dg.asset
def orders(warehouse: Warehouse): ...


defs = dg.Definitions([orders], jobs=[daily], resources={"warehouse": Warehouse(), "spare": Warehouse()})
`;
    const after = await edited(project(text), { kind: "remove-definition", what: "resource", name: "spare" });
    expect(after["definitions.py"]).toBe(text.replace(', "spare": Warehouse()', ""));
    expect(await refused(project(text), { kind: "remove-definition", what: "resource", name: "warehouse" })).toContain(
      "the asset `orders` needs it",
    );
  });

  it("removes a job with its imports, unless a schedule runs it", async () => {
    const after = await edited(files, { kind: "remove-definition", what: "job", name: "daily" });
    expect(after["jobs.py"]).toBe('import dagster as dg\n\nweekly = dg.define_asset_job("weekly", selection="*")\n');
    expect(after["definitions.py"]).toBe(`import dagster as dg\n${ASSET}defs = dg.Definitions([orders])\n`);
    const scheduled = project(
      `${HEAD + ASSET}nightly = dg.ScheduleDefinition(job=daily, cron_schedule="0 1 * * *")\ndefs = dg.Definitions([orders], jobs=[daily], schedules=[nightly])\n`,
    );
    expect(await refused(scheduled, { kind: "remove-definition", what: "job", name: "daily" })).toContain(
      "the schedule `daily_schedule` runs it",
    );
  });
});
