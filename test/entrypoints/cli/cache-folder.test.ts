import { describe, expect, it } from "vitest";
import { cacheFolder } from "../../../src/entrypoints/cli/cache-folder.ts";

describe("cacheFolder", () => {
  it.each([
    [{ HOME: "/home/ada" }, "/home/ada/.cache/dagsight"],
    [{ HOME: "/home/ada", XDG_CACHE_HOME: "/var/cache" }, "/var/cache/dagsight"],
    [{ HOME: "/home/ada", XDG_CACHE_HOME: "relative" }, "/home/ada/.cache/dagsight"],
    [{ HOME: "/home/ada", XDG_CACHE_HOME: "/var/cache", DAGSIGHT_CACHE_DIR: "/tmp/kept" }, "/tmp/kept"],
    [{}, undefined],
  ])("with %j is %s", (env, folder) => {
    expect(cacheFolder(env)).toBe(folder);
  });
});
