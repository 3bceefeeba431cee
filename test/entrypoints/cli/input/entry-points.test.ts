import { describe, expect, it } from "vitest";
import { entryPoints } from "../../../../src/entrypoints/cli/input/entry-points.ts";
import type { EntryOptions } from "../../../../src/entrypoints/cli/options.ts";

const NONE: EntryOptions = { moduleName: [], pythonFile: [], env: {} };
const place = { root: "/repo", cwd: "/repo/services/shop", workingDirectory: "/repo/services/shop" };

describe("entryPoints", () => {
  it("names none when no flag does", () => {
    expect(entryPoints(NONE, place)).toBeUndefined();
  });

  it("loads modules and files from the working directory, as Dagster does", () => {
    expect(entryPoints({ ...NONE, moduleName: ["shop.definitions"], pythonFile: ["jobs/main.py"] }, place)).toEqual([
      { kind: "module", target: "shop.definitions", workingDirectory: "services/shop" },
      { kind: "file", target: "jobs/main.py", workingDirectory: "services/shop" },
    ]);
  });

  it("takes another working directory, and still finds files from where the command was called", () => {
    expect(entryPoints({ ...NONE, pythonFile: ["main.py"], workingDirectory: "../../library" }, place)).toEqual([
      { kind: "file", target: "../services/shop/main.py", workingDirectory: "library" },
    ]);
  });

  it("takes a file that was named as the thing to read for the entry", () => {
    expect(entryPoints({ ...NONE, attribute: "defs" }, { ...place, file: "/repo/services/shop/main.py" })).toEqual([
      { kind: "file", target: "main.py", attribute: "defs", workingDirectory: "services/shop" },
    ]);
  });

  it("names a module of which all submodules are loaded", () => {
    expect(entryPoints({ ...NONE, autoloadDefsModuleName: "shop.defs" }, { ...place, workingDirectory: "/repo" })).toEqual([
      { kind: "autoload-defs", target: "shop.defs", workingDirectory: "" },
    ]);
  });

  it("refuses an attribute of nothing, or of several", () => {
    expect(() => entryPoints({ ...NONE, attribute: "defs" }, place)).toThrow("exactly one");
    expect(() => entryPoints({ ...NONE, attribute: "defs", moduleName: ["a", "b"] }, place)).toThrow("exactly one");
  });

  it("refuses what lies outside of the repository", () => {
    expect(() => entryPoints({ ...NONE, pythonFile: ["/etc/passwd"] }, place)).toThrow("lies outside of /repo");
  });
});
