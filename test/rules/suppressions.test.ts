/** Suppression where fixtures of one Python file cannot show it: in YAML and TOML, under a configuration, and what its fixes leave. */
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base/text-edit.ts";
import { tomlComments, yamlComments } from "../../src/formats/comments.ts";
import { checkFiles } from "./check-files.ts";

const ENTRY = "definitions.py";

function orders(comment: string): string {
  return `import dagster as dg


@dg.asset(compute_kind="pandas")${comment}
def orders() -> None:
    """The orders."""


defs = dg.Definitions(assets=[orders])
`;
}

async function rulesFound(text: string, configuration = {}): Promise<readonly string[]> {
  const found = await checkFiles({ [ENTRY]: text }, ENTRY, { configuration });
  return found.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
}

describe("a suppression", () => {
  it("covers a rule by its name or by its group", async () => {
    expect(await rulesFound(orders(""))).toEqual(["deprecated-argument"]);
    expect(await rulesFound(orders("  # dagsight: ignore[deprecated-argument]"))).toEqual([]);
    expect(await rulesFound(orders("  # dagsight: ignore[deprecations] all of them"))).toEqual([]);
  });

  it("is not unused where its rule does not run", async () => {
    const text = orders("  # dagsight: ignore[deprecated-argument, asset-cycle]");

    expect(await rulesFound(text)).toEqual(["unused-suppression"]);
    expect(await rulesFound(text, { ignore: ["deprecated-argument", "asset-cycle"] })).toEqual([]);
    expect(await rulesFound(text, { select: ["jobs", "suppressions"] })).toEqual([]);
  });

  it("does not hide a rule that crashed", async () => {
    const found = await checkFiles({ [ENTRY]: orders("  # dagsight: ignore[internal-error]") }, ENTRY);

    expect(found.find(({ rule }) => rule === "invalid-suppression")?.message).toBe("there is no rule `internal-error`");
  });

  it.each([
    ["  # dagsight: ignore[asset-cycle, deprecated-argument] kept", "  # dagsight: ignore[deprecated-argument] kept"],
    ["  # noqa: E501  # dagsight: ignore[asset-cycle] gone", "  # noqa: E501"],
    ["  # dagsight: ignore[asset-cycle] gone  # noqa: E501", "  # noqa: E501"],
    ["\n# dagsight: ignore[asset-cycle] gone", ""],
    ["\n# dagsight: ignore-start[asset-cycle]\n# dagsight: ignore-end", ""],
  ])("that is unused is taken out by its fix: %j", async (comment, left) => {
    const text = orders(comment);
    const found = await checkFiles({ [ENTRY]: text }, ENTRY);
    const edits = found.filter(({ rule }) => rule === "unused-suppression").flatMap(({ fix }) => fix?.edits ?? []);

    expect(applyEdits(text, edits)).toBe(orders(left));
  });
});

describe("comments", () => {
  it("of YAML are found where they are comments", () => {
    const text = "# one\na: 'not # here' # two\nb: |\n  # not here\nc: [1, # three\n  2]\nd: x#y\n";

    expect(yamlComments(text).map(({ start, end }) => text.slice(start, end))).toEqual(["# one", "# two", "# three"]);
    expect(yamlComments("a: [1, # open").map(({ start }) => start)).toEqual([7]);
  });

  it("of TOML are found where they are comments, and none in a broken file", () => {
    const text = '# one\na = "not # here" # two\nb = """\n# not here\n"""\n';

    expect(tomlComments(text).map(({ start, end }) => text.slice(start, end))).toEqual(["# one", "# two"]);
    expect(tomlComments("a = [ # open")).toEqual([]);
  });
});
