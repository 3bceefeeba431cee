import { mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectReach } from "../../../src/adapters/files/project-reach.ts";
import { createTemporaryFolder } from "../../support/git-fixture.ts";

describe("projectReach", () => {
  let folder: string;
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };

  beforeEach(() => {
    folder = realpathSync(createTemporaryFolder());
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is the folder itself where nothing leads out of it", () => {
    write("shop/pyproject.toml", "[project]\nname = 'shop'\n");

    expect(projectReach(join(folder, "shop"))).toEqual({ root: join(folder, "shop"), folders: [""] });
  });

  it("widens to the outermost folder that a path dependency names, without what lies beside", () => {
    write(
      "services/shop/pyproject.toml",
      '[project]\nname = "shop"\n\n[tool.uv.sources]\nlibrary = { path = "../../library", editable = true }\n',
    );
    write("library/pyproject.toml", "[project]\nname = 'library'\n");
    write("photos/holiday.txt", "");

    expect(projectReach(join(folder, "services/shop"))).toEqual({ root: folder, folders: ["services/shop", "library"] });
  });

  it("does not widen to a folder that is not there", () => {
    write("shop/requirements.txt", "-e ../gone\n");

    expect(projectReach(join(folder, "shop"))).toEqual({ root: join(folder, "shop"), folders: [""] });
  });
});
