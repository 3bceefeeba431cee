/** What is refused, and says why: no edit that is unsure of itself is made. */
import { describe, expect, it } from "vitest";
import type { EditRequest } from "../../src/edit/edit-request.ts";
import { editFiles, refused } from "./edit-files.ts";

const HEAD = "import dagster as dg\n\n";
const one = (text: string) => ({ "definitions.py": HEAD + text });
const rename = (asset: string, to: string): EditRequest => ({ kind: "rename-asset", asset, to });

const REFUSED: readonly (readonly [string, string, EditRequest, RegExp])[] = [
  [
    "a computed name",
    'kind = "daily"\n@dg.asset(name=f"{kind}_orders")\ndef orders(): ...\ndefs = dg.Definitions([orders])\n',
    rename("daily_orders", "orders"),
    /^(graph-would-differ|not-editable|computed-value)/,
  ],
  [
    "a dependency in a list built by a loop",
    'names = []\nfor part in ("a", "b"):\n    names.append(part + "_raw")\n@dg.asset(deps=names)\ndef orders(): ...\ndefs = dg.Definitions([orders])\n',
    { kind: "remove-dep", asset: "orders", upstream: "a_raw" },
    /^computed-value: `a_raw` is not written as an element of `deps`/,
  ],
  [
    "a field of a factory that others share",
    'def make(name):\n    @dg.asset(name=name, group_name="raw")\n    def built(): ...\n    return built\ndefs = dg.Definitions([make("a"), make("b")])\n',
    { kind: "set", asset: "a", field: "group", value: "sales" },
    /^graph-would-differ: the code that makes `a` makes `b` too, and would change them as well/,
  ],
  ["a file with a syntax error", "@dg.asset\ndef a(): ...\n\nx = (\n", rename("a", "c"), /^syntax-error/],
  ["a keyword", "@dg.asset\ndef a(): ...\n", rename("a", "class"), /^invalid-name/],
  ["a name that exists", "@dg.asset\ndef a(): ...\n@dg.asset\ndef b(): ...\n", rename("a", "b"), /^name-taken/],
  [
    "a cycle",
    "@dg.asset\ndef a(): ...\n@dg.asset\ndef b(a): ...\n",
    { kind: "add-dep", asset: "a", upstream: "b" },
    /^graph-would-differ: .*cycle/,
  ],
  [
    "a job that could not be loaded",
    '@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2024-01-01"))\ndef a(): ...\n@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["at"]))\ndef b(): ...\ndefs = dg.Definitions([a, b])\n',
    { kind: "add-definition", module: "definitions", definition: { what: "job", name: "both", selection: "*" } },
    /^graph-would-differ: Dagster would refuse to load the result/,
  ],
  [
    "taking away what a consumer loads",
    "@dg.asset\ndef a(): ...\n@dg.asset\ndef b(a):\n    return a\ndefs = dg.Definitions([a, b])\n",
    { kind: "remove-asset", asset: "a" },
    /^not-editable: the function uses `a`/,
  ],
];

describe("is refused", () => {
  it.each(REFUSED)("%s", async (_, text, request, expected) => {
    expect(await refused(one(text), request)).toMatch(expected);
  });

  it("modules that would import each other", async () => {
    const files = {
      "assets.py": "import dagster as dg\nfrom resources import SHARED\n\n\n@dg.asset\ndef a(): ...\n\n\nassert SHARED is not None\n",
      "resources.py": "SHARED = {}\n",
      "definitions.py":
        "import dagster as dg\nfrom assets import a\nfrom resources import SHARED\n\ndefs = dg.Definitions([a], resources=SHARED)\n",
    };
    const definition = { what: "resource", key: "mailer", name: "Mailer", values: [] } as const;
    const outcome = await editFiles(files, { kind: "add-definition", module: "assets", definition });
    const changed = outcome.kind === "change-set" ? outcome.files.map(({ path }) => path) : [];
    expect(changed).toEqual(["assets.py", "definitions.py"]);
  });

  it("with the place of what stands in the way", async () => {
    const outcome = await editFiles(one("@dg.asset\ndef a(): ...\n@dg.asset\ndef b(a):\n    return a\n"), {
      kind: "remove-dep",
      asset: "b",
      upstream: "a",
    });
    const [diagnostic] = outcome.kind === "refusal" ? outcome.diagnostics : [];
    expect(diagnostic).toMatchObject({ rule: "not-editable", subject: "asset:b", location: { path: "definitions.py" } });
    expect(diagnostic?.help).toMatch(/\.$/);
  });

  it("without throwing, whatever is asked", async () => {
    for (const asset of ["", "/", "a//b", "ä", "__", "a b", '"', "\\", "x".repeat(300)])
      expect((await editFiles(one("@dg.asset\ndef a(): ...\n"), rename("a", asset))).kind).toMatch(/refusal|change-set/);
  });
});
