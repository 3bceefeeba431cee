import { describe, expect, it } from "vitest";
import type { NewDefinition } from "../../src/edit/definitions/definition-text.ts";
import type { EditRequest } from "../../src/edit/edit-request.ts";
import { edited, type Files, graphOf, refused } from "./edit-files.ts";

const HEAD = "import dagster as dg\n";

async function change(text: string, request: EditRequest): Promise<string | undefined> {
  return (await edited({ "definitions.py": text }, request))["definitions.py"];
}

describe("add-dep", () => {
  it("adds a parameter behind those that load assets, before resources", async () => {
    const text = `${HEAD}
class Db(dg.ConfigurableResource): ...
@dg.asset
def a(): ...
@dg.asset
def b(): ...
@dg.asset
def c(context, a, db: Db): ...
defs = dg.Definitions(assets=[a, b, c], resources={"db": Db()})
`;
    expect(await change(text, { kind: "add-dep", asset: "c", upstream: "b" })).toBe(text.replace("(context, a, db", "(context, a, b, db"));
  });

  it("adds to deps, by name as the others are, and keeps comments", async () => {
    const text = `${HEAD}
@dg.asset
def a(): ...
@dg.asset
def b(): ...
@dg.asset(
    deps=[
        a,  # first
        # the end
    ],
)
def c(): ...
`;
    expect(await change(text, { kind: "add-dep", asset: "c", upstream: "b" })).toBe(text.replace("# first\n", "# first\n        b,\n"));
  });

  it("gives parentheses to a bare decorator", async () => {
    const text = "from dagster import asset\n\n@asset\ndef c(): ...\n\n@asset(key_prefix='raw')\ndef a(): ...\n";
    expect(await change(text, { kind: "add-dep", asset: "c", upstream: "raw/a" })).toBe(
      "from dagster import AssetKey, asset\n\n@asset(deps=[AssetKey(['raw', 'a'])])\ndef c(): ...\n\n@asset(key_prefix='raw')\ndef a(): ...\n",
    );
  });

  it("refuses a cycle, and a key that nothing defines", async () => {
    const files = { "definitions.py": `${HEAD}@dg.asset\ndef a(): ...\n@dg.asset(deps=[a])\ndef b(): ...\n` };
    expect(await refused(files, { kind: "add-dep", asset: "a", upstream: "b" })).toContain("cycle");
    expect(await refused(files, { kind: "add-dep", asset: "a", upstream: "x" })).toMatch(/^unknown-subject/);
  });
});

describe("remove-dep", () => {
  const text = `${HEAD}
@dg.asset
def a(): ...
@dg.asset
def b(): ...
@dg.asset(deps=[a, "b"])
def c(): ...
@dg.asset
def d(a, b):
    return b
`;
  it("takes the element away, and the argument with the last one", async () => {
    const once = await change(text, { kind: "remove-dep", asset: "c", upstream: "a" });
    expect(once).toBe(text.replace('[a, "b"]', '["b"]'));
    expect(await change(once ?? "", { kind: "remove-dep", asset: "c", upstream: "b" })).toBe(text.replace('(deps=[a, "b"])', ""));
  });
  it("takes a parameter away only when the function does not use it", async () => {
    expect(await change(text, { kind: "remove-dep", asset: "d", upstream: "a" })).toBe(text.replace("d(a, b)", "d(b)"));
    expect(await refused({ "definitions.py": text }, { kind: "remove-dep", asset: "d", upstream: "b" })).toContain("the function uses `b`");
  });
  it("undoes add-dep", async () => {
    const added = await change(text, { kind: "add-dep", asset: "b", upstream: "a" });
    expect(added).not.toBe(text);
    const removed = await change(added ?? "", { kind: "remove-dep", asset: "b", upstream: "a" });
    expect(removed?.replace("@dg.asset", "@dg.asset")).toBe(text);
  });
});

describe("set", () => {
  const text = `${HEAD}
@dg.asset(
    group_name='old',  # why
    description='x'
)
def a(): ...
`;
  it.each<[string, EditRequest, string, string]>([
    ["replaces a value", { kind: "set", asset: "a", field: "group", value: "new" }, "'old'", "'new'"],
    [
      "adds an argument in the file's layout",
      { kind: "set", asset: "a", field: "owners", value: "team:data" },
      "description='x'\n",
      "description='x',\n    owners=['team:data']\n",
    ],
    ["escapes text", { kind: "set", asset: "a", field: "description", value: "it's\n" }, "'x'", '"it\'s\\n"'],
    ["takes a line away with its comma", { kind: "set", asset: "a", field: "group" }, "    group_name='old',  # why\n", ""],
    [
      "writes partitions",
      { kind: "set", asset: "a", field: "partitions", value: "daily:2024-01-01" },
      "description='x'\n",
      "description='x',\n    partitions_def=dg.DailyPartitionsDefinition(start_date='2024-01-01')\n",
    ],
  ])("%s", async (_, request, from, to) => {
    const once = await change(text, request);
    expect(once).toBe(text.replace(from, to));
    expect(await change(once ?? "", request)).toBe(once);
  });

  it("imports as the file does, in its order", async () => {
    const own = "from dagster import (\n    Definitions,\n    asset,\n)\n\n\n@asset\ndef a(): ...\n";
    expect(await change(own, { kind: "set", asset: "a", field: "automation-condition", value: "eager" })).toBe(
      "from dagster import (\n    AutomationCondition,\n    Definitions,\n    asset,\n)\n\n\n@asset(automation_condition=AutomationCondition.eager())\ndef a(): ...\n",
    );
  });

  it("edits the data that an argument comes from, where it is the asset's alone", async () => {
    const shared = `${HEAD}more = {"owners": ["team:a"], "group_name": "raw"}\n@dg.asset(**more)\ndef a(): ...\n`;
    const set = await edited({ "definitions.py": shared }, { kind: "set", asset: "a", field: "owners", value: "team:b" });
    expect(set["definitions.py"]).toBe(shared.replace("team:a", "team:b"));
    const unset = await edited({ "definitions.py": shared }, { kind: "set", asset: "a", field: "owners" });
    expect(unset["definitions.py"]).toBe(shared.replace('"owners": ["team:a"], ', ""));
    const factory = `${HEAD}
def make(name, group):
    @dg.asset(name=name, group_name=group)
    def built(): ...
    return built

ROWS = [("a", "sales"), ("b", "sales")]
defs = dg.Definitions(assets=[make(name, group) for name, group in ROWS])
`;
    const grouped = await edited({ "definitions.py": factory }, { kind: "set", asset: "b", field: "group", value: "finance" });
    expect(grouped["definitions.py"]).toBe(factory.replace('("b", "sales")', '("b", "finance")'));
  });

  it("refuses data that others share, what Dagster refuses beside another argument, and no value", async () => {
    const both = "@dg.asset(**more)\ndef a(): ...\n@dg.asset(**more)\ndef b(): ...\n";
    const spread = { "definitions.py": `${HEAD}more = {"owners": ["team:a"]}\n${both}` };
    const request = { kind: "set", asset: "a", field: "owners", value: "team:b" } as const;
    expect(await refused(spread, request)).toContain("the asset `b` would not be as intended");
    const made = { "definitions.py": `${HEAD}more = dict(owners=["team:" + n for n in "ab"])\n${both}` };
    expect(await refused(made, request)).toMatch(/^(computed-value|graph-would-differ)/);
    const old = { "definitions.py": `${HEAD}@dg.asset(compute_kind="python")\ndef a(): ...\n` };
    expect(await refused(old, { kind: "set", asset: "a", field: "kinds", value: "sql" })).toContain("`compute_kind` is given");
    expect(await refused(old, { kind: "set", asset: "a", field: "owners", value: "nobody" })).toMatch(/^invalid-value/);
  });
});

describe("renaming what is no asset", () => {
  const text = `${HEAD}
@dg.asset(group_name="old")
def a(): ...
daily = dg.define_asset_job("daily", selection="group:old")
schedule = dg.ScheduleDefinition(job=daily, cron_schedule="0 0 * * *")
@dg.sensor(job_name="daily")
def watch(): ...
defs = dg.Definitions(assets=[a], jobs=[daily], schedules=[schedule], sensors=[watch])
`;
  it("renames a job, and keeps the name of the schedule that is called after it", async () => {
    expect(await change(text, { kind: "rename-definition", what: "job", name: "daily", to: "nightly" })).toBe(
      text
        .replaceAll('"daily"', '"nightly"')
        .replace('job=daily, cron_schedule="0 0 * * *"', '\n    job=daily,\n    cron_schedule="0 0 * * *",\n    name="daily_schedule",\n'),
    );
  });
  it("renames a group in definitions and selections", async () => {
    expect(await change(text, { kind: "rename-definition", what: "group", name: "old", to: "new" })).toBe(
      text.replace('"old"', '"new"').replace("group:old", "group:new"),
    );
  });
  it("renames a sensor by its function", async () => {
    expect(await change(text, { kind: "rename-definition", what: "sensor", name: "watch", to: "look" })).toBe(
      text.replaceAll("watch", "look"),
    );
  });
  it("renames a resource with the parameters that take it", async () => {
    const own = `${HEAD}
class Db(dg.ConfigurableResource): ...
@dg.asset
def a(db: Db): return db
@dg.asset(required_resource_keys={"db"})
def b(context): return context.resources.db
defs = dg.Definitions(assets=[a, b], resources={"db": Db()})
`;
    expect(await change(own, { kind: "rename-definition", what: "resource", name: "db", to: "warehouse" })).toBe(
      own
        .replace("a(db: Db): return db", "a(warehouse: Db): return warehouse")
        .replaceAll('"db"', '"warehouse"')
        .replace("resources.db", "resources.warehouse"),
    );
  });
});

describe("adding and removing", () => {
  const definition = { what: "job", name: "all_assets", selection: "*" } as const;
  it.each([
    ["a list", "jobs=[one]", "jobs=[one, all_assets]"],
    ["something computed", "jobs=list([one])", "jobs=[*list([one]), all_assets]"],
    ["an argument that is not there", "assets=[a]", "assets=[a], jobs=[all_assets]"],
  ])("adds a job of another module to %s of Definitions", async (_, from, to) => {
    const files: Files = {
      "jobs.py": "import dagster as dg\n",
      "definitions.py": `${HEAD}\n@dg.asset\ndef a(): ...\none = dg.define_asset_job("one")\ndefs = dg.Definitions(${from})\n`,
    };
    const after = await edited(files, { kind: "add-definition", module: "jobs", definition });
    expect(after["jobs.py"]).toBe('import dagster as dg\n\nall_assets = dg.define_asset_job("all_assets", selection="*")\n');
    expect(after["definitions.py"]).toBe(files["definitions.py"]?.replace(from, to).replace(HEAD, `${HEAD}from jobs import all_assets\n`));
  });

  it("writes it before the `Definitions` of the same module", async () => {
    const text = `${HEAD}@dg.asset\ndef a(): ...\n\n\n# what is loaded\ndefs = dg.Definitions(assets=[a])\n`;
    const add = (definition: NewDefinition) =>
      edited({ "definitions.py": text }, { kind: "add-definition", module: "definitions", definition });
    const job = await add({ what: "job", name: "daily", selection: "*" });
    expect(job["definitions.py"]).toBe(
      text.replace("# what", 'daily = dg.define_asset_job("daily", selection="*")\n\n# what').replace("[a])", "[a], jobs=[daily])"),
    );
    const asset = await add({ what: "asset", key: ["b"] });
    expect(asset["definitions.py"]).toBe(text.replace("# what", "@dg.asset\ndef b():\n    ...\n\n\n# what").replace("[a]", "[a, b]"));
  });

  it("registers nothing where a loader finds it", async () => {
    const files: Files = {
      "raw.py": "import dagster as dg\n\n\n@dg.asset\ndef a(): ...\n",
      "definitions.py": `${HEAD}import raw\n\ndefs = dg.Definitions(assets=dg.load_assets_from_modules([raw]))\n`,
    };
    const after = await edited(files, { kind: "add-definition", module: "raw", definition: { what: "asset", key: ["b"] } });
    expect(after["definitions.py"]).toBe(files["definitions.py"]);
    expect(after["raw.py"]).toBe(`${files["raw.py"]}\n\n@dg.asset\ndef b():\n    ...\n`);
  });

  it("gives the files back when what was added is removed", async () => {
    const files: Files = { "definitions.py": `${HEAD}\n\n@dg.asset\ndef a(): ...\n` };
    const after = await edited(files, { kind: "add-definition", module: "definitions", definition: { what: "asset", key: ["b"] } });
    expect(await edited(after, { kind: "remove-asset", asset: "b" })).toEqual(files);
  });

  it("removes an asset from lists, deps and imports", async () => {
    const files: Files = {
      "raw.py": "import dagster as dg\n\n\n@dg.asset\ndef a(): ...\n\n\n@dg.asset\ndef b(): ...\n",
      "definitions.py": `${HEAD}from raw import a, b\n\n@dg.asset(deps=[a, b])\ndef c(): ...\n\ndefs = dg.Definitions(assets=[a, b, c])\n`,
    };
    const after = await edited(files, { kind: "remove-asset", asset: "a" });
    expect(after["raw.py"]).toBe("import dagster as dg\n\n\n@dg.asset\ndef b(): ...\n");
    expect(after["definitions.py"]).toBe(
      files["definitions.py"]?.replace("import a, b", "import b").replace("deps=[a, b]", "deps=[b]").replace("[a, b, c]", "[b, c]"),
    );
  });

  it("refuses to remove what a check or a selection needs", async () => {
    const checked = {
      "definitions.py": `${HEAD}@dg.asset\ndef a(): ...\n@dg.asset_check(asset=a)\ndef fine(): ...\ndefs = dg.Definitions(assets=[a], asset_checks=[fine])\n`,
    };
    expect(await refused(checked, { kind: "remove-asset", asset: "a" })).toContain("the check `fine`");
    const selected = {
      "definitions.py": `${HEAD}@dg.asset\ndef a(): ...\njob = dg.define_asset_job("j", selection=["a"])\ndefs = dg.Definitions(assets=[a], jobs=[job])\n`,
    };
    expect(await refused(selected, { kind: "remove-asset", asset: "a" })).toMatch(/^graph-would-differ/);
  });

  it("refuses what nothing would load", async () => {
    const files: Files = { "other/__init__.py": "", "definitions.py": `${HEAD}@dg.asset\ndef a(): ...\n` };
    const request = { kind: "add-definition", module: "other/new.py", definition: { what: "asset", key: ["b"] } } as const;
    expect(await refused(files, request)).toBe("graph-would-differ: nothing would load what was added");
    expect((await graphOf(files))[0]?.nodes.length).toBe(1);
  });
});

describe("move-asset", () => {
  const files: Files = {
    "parts.py": "import dagster as dg\n\ndaily = dg.DailyPartitionsDefinition('2024-01-01')\n",
    "raw.py": `import dagster as dg

from parts import daily

GROUP = "raw"


@dg.asset(partitions_def=daily, group_name=GROUP)
def a():  # stays
    return 1


@dg.asset
def b(): ...
`,
    "marts.py": "from dagster import asset\n\n\n@asset\ndef c(): ...\n",
    "definitions.py": `${HEAD}import marts
from raw import a, b

defs = dg.Definitions(assets=[a, b, marts.c])
`,
  };

  it("takes the function with what it uses, and imports follow", async () => {
    const after = await edited(files, { kind: "move-asset", asset: "a", module: "marts" });
    expect(after["raw.py"]).toBe('import dagster as dg\n\nGROUP = "raw"\n\n\n@dg.asset\ndef b(): ...\n');
    expect(after["marts.py"]).toBe(
      "import dagster as dg\nfrom dagster import asset\nfrom parts import daily\nfrom raw import GROUP\n\n\n@asset\ndef c(): ...\n\n\n@dg.asset(partitions_def=daily, group_name=GROUP)\ndef a():  # stays\n    return 1\n",
    );
    expect(after["definitions.py"]).toBe(
      `${HEAD}import marts\nfrom marts import a\nfrom raw import b\n\ndefs = dg.Definitions(assets=[a, b, marts.c])\n`,
    );
    expect(await edited(after, { kind: "move-asset", asset: "a", module: "marts" })).toEqual(after);
  });

  it("refuses a use through the module, and a name that is taken", async () => {
    const through = {
      ...files,
      "definitions.py": `${HEAD}import marts\nimport raw\n\ndefs = dg.Definitions(assets=[raw.a, raw.b, marts.c])\n`,
    };
    expect(await refused(through, { kind: "move-asset", asset: "a", module: "marts" })).toContain("through its module");
    const taken = { ...files, "marts.py": "daily = 1\n" };
    const own = { ...taken, "definitions.py": `${HEAD}import marts\nfrom raw import a, b\n\ndefs = dg.Definitions(assets=[a, b])\n` };
    expect(await refused(own, { kind: "move-asset", asset: "a", module: "marts" })).toMatch(/^name-taken/);
  });
});
