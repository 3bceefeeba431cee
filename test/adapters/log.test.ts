import { describe, expect, it } from "vitest";
import { createJsonLog, createLineLog } from "../../src/adapters/log.ts";

describe("createLineLog", () => {
  it("writes one line each from its level on, with the fields behind the message", () => {
    const lines: string[] = [];
    const log = createLineLog("info", (line) => lines.push(line));

    log.debug("reading the project");
    log.info("loading files", { files: 3, root: "services/shop" });
    log.error("job failed", { group: "shop#1" });

    expect(lines).toEqual(["loading files files=3 root=services/shop\n", "error: job failed group=shop#1\n"]);
  });
});

describe("createJsonLog", () => {
  it("writes one object a line, in which no field takes the place of the level or the message", () => {
    const lines: string[] = [];
    const log = createJsonLog("info", (line) => lines.push(line));

    log.debug("reading the project");
    log.warn("job failed", { group: "shop#1", message: "no" });

    expect(lines).toEqual(['{"level":"warn","message":"job failed","group":"shop#1"}\n']);
  });
});
