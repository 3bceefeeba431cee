import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { CHANGES } from "./changes.ts";

/** Whole comments, as GitHub holds them after a signed webhook; the first line, which is ours alone, and what differs from run to run is left out. */
describe("the comment on a pull request of the example shop", () => {
  let stage: AppStage;

  beforeAll(async () => {
    stage = await startAppStage();
  });

  afterAll(() => stage.stop());

  it.each(Object.entries(CHANGES))("reads well: %s", async (name, { title, base, change, fromFork, pushed }) => {
    const shop = await stage.github.repository(`acme/${name}`).withFiles(base);
    const fork = fromFork === true ? { fork: await shop.fork("grace"), author: "grace" } : {};
    const pr = await shop.pullRequest({ from: "change", files: change, title, ...fork });
    await stage.deliver(pr.opened());
    if (pushed !== undefined) {
      await pr.push(pushed);
      await stage.deliver(pr.synchronize());
    }
    const [check] = pr.checkRuns();
    const [comment, ...others] = pr.comments();
    const [marker = "", ...lines] = (comment?.body ?? "").split("\n");
    const steady = lines
      .join("\n")
      .replaceAll(pr.head, "9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b")
      .replaceAll(pr.head.slice(0, 7), "9a8b7c6")
      .replaceAll(await pr.base(), "1f0c5d2a9b8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a")
      .replaceAll((await pr.base()).slice(0, 7), "1f0c5d2");

    expect(stage.log.lines.filter(({ level }) => level === "error")).toEqual([]);
    expect(others).toEqual([]);
    expect(marker).toMatch(/^<!-- dagsight:v1 topic=review head=[0-9a-f]{40} seq=\d+ hash=[0-9a-f]{16} weight=[0-3] -->$/);
    expect(check?.status).toBe("completed");
    await expect(`Check run: ${check?.conclusion} — ${check?.title}\n\n${steady}`).toMatchFileSnapshot(`comments/${name}.md`);
  });
});
