import { describe, expect, it } from "vitest";
import { createLineLog } from "../../src/adapters/log.ts";

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
