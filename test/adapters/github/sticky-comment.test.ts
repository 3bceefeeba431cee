import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CodeHost, StickyComment } from "../../../src/ports/code-host.ts";
import { startGitHub, type TestGitHub } from "../../support/github-server/start-github.ts";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import { type Connection, connect } from "./connect.ts";

describe("a sticky comment", () => {
  let github: TestGitHub;
  let pr: PullRequestStory;
  let connection: Connection;
  let host: CodeHost;

  beforeEach(async () => {
    github = await startGitHub();
    const shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    pr = await shop.pullRequest({ from: "revenue", files: { "shop/revenue.py": "revenue = 1\n" } });
    connection = connect(github);
    host = connection.host;
  });

  afterEach(() => github.stop());

  const at = () => ({ repository: { owner: "acme", name: "shop" }, number: pr.number });
  const review = (changes: Partial<StickyComment> = {}): StickyComment => ({
    topic: "review",
    body: "Two assets changed.",
    head: pr.head,
    sequence: 1000,
    whenMissing: "create",
    whenChanged: "update",
    weight: 1,
    ...changes,
  });
  /** What people read: without the hidden line. */
  const shown = () => pr.comments().map(({ author, body }) => `${author}: ${body.replace(/^<!--.*-->\n/, "")}`);
  const writes = () => github.requests().filter(({ method, operation }) => method !== "GET" && operation.startsWith("issues/"));

  it("is written once, marked in its first line", async () => {
    const outcome = await host.ensureComment(at(), review());

    expect(outcome.kind).toBe("created");
    expect(pr.comments()[0]?.body).toMatch(
      new RegExp(`^<!-- dagsight:v1 topic=review head=${pr.head} seq=1000 hash=[0-9a-f]{16} weight=1 -->\nTwo assets changed\\.$`),
    );
    expect(shown()).toEqual(["dagsight[bot]: Two assets changed."]);
  });

  it("is not written again when it says the same of the same commit", async () => {
    await host.ensureComment(at(), review());
    github.forgetRequests();

    const outcome = await host.ensureComment(at(), review({ sequence: 2000 }));

    expect(outcome.kind).toBe("unchanged");
    expect(writes()).toEqual([]);
  });

  it("is brought up to date in its place", async () => {
    const first = await host.ensureComment(at(), review());
    const second = await host.ensureComment(at(), review({ body: "Three assets changed.", sequence: 2000 }));

    expect(second).toEqual({ ...first, kind: "updated" });
    expect(shown()).toEqual(["dagsight[bot]: Three assets changed."]);
  });

  it("stays as a newer run wrote it", async () => {
    await host.ensureComment(at(), review({ body: "Of the second push.", sequence: 2000 }));

    const outcome = await host.ensureComment(at(), review({ body: "Of the first push.", sequence: 1000 }));

    expect(outcome.kind).toBe("superseded");
    expect(shown()).toEqual(["dagsight[bot]: Of the second push."]);
  });

  it("is not begun to say that there is nothing to say, but is corrected when it is there", async () => {
    expect(await host.ensureComment(at(), review({ body: "Nothing changed.", whenMissing: "skip" }))).toEqual({ kind: "skipped" });
    await host.ensureComment(at(), review());

    const outcome = await host.ensureComment(at(), review({ body: "Nothing changed.", sequence: 2000, whenMissing: "skip" }));

    expect(outcome.kind).toBe("updated");
    expect(shown()).toEqual(["dagsight[bot]: Nothing changed."]);
  });

  it("has a place of its own for each topic", async () => {
    await host.ensureComment(at(), review());
    await host.ensureComment(at(), review({ topic: "warehouse", body: "The warehouse changed." }));

    expect(shown()).toEqual(["dagsight[bot]: Two assets changed.", "dagsight[bot]: The warehouse changed."]);
  });

  it("never touches what somebody else wrote, though it carries our marker", async () => {
    const marker = `<!-- dagsight:v1 topic=review head=${pr.head} seq=1 hash=0000000000000000 -->\n`;
    pr.comment("mallory", `${marker}Copied by a person.`);
    pr.comment("", `${marker}Written by another App.`, github.world.otherApp);

    await host.ensureComment(at(), review());
    await host.ensureComment(at(), review({ body: "Three assets changed.", sequence: 2000 }));

    expect(shown()).toEqual([
      "mallory: Copied by a person.",
      "coverage-robot[bot]: Written by another App.",
      "dagsight[bot]: Three assets changed.",
    ]);
  });

  it("never touches what we wrote without the marker", async () => {
    pr.comment("", "The answer to a slash command.", github.app);

    await host.ensureComment(at(), review());

    expect(shown()).toEqual(["dagsight[bot]: The answer to a slash command.", "dagsight[bot]: Two assets changed."]);
  });

  it("is known by the bot's name where GitHub does not name the App", async () => {
    await host.ensureComment(at(), review());
    pr.issue.comments[0] = { ...pr.issue.comments[0]!, app: null };

    await host.ensureComment(at(), review({ body: "Three assets changed.", sequence: 2000 }));

    expect(shown()).toEqual(["dagsight[bot]: Three assets changed."]);
  });

  it("is found behind hundreds of others", async () => {
    for (let index = 0; index < 120; index += 1) pr.comment("grace", `Remark ${index}`);
    await host.ensureComment(at(), review());
    await host.ensureComment(at(), review({ body: "Three assets changed.", sequence: 2000 }));

    expect(shown().slice(120)).toEqual(["dagsight[bot]: Three assets changed."]);
  });

  it("of duplicates keeps the oldest, with the newest text", async () => {
    await host.ensureComment(at(), review({ body: "First.", sequence: 1000 }));
    const [first] = pr.comments();
    pr.comment("", (first?.body ?? "").replace("seq=1000", "seq=3000").replace("First.", "Third."), github.app);

    const outcome = await host.ensureComment(at(), review({ body: "Fourth.", sequence: 4000 }));

    expect(outcome).toMatchObject({ kind: "updated", id: first?.id });
    expect(shown()).toEqual(["dagsight[bot]: Fourth."]);
  });

  it("ends as one comment with the newest text when workers race, whoever is first", async () => {
    const workers = [1, 2, 3, 4].map((run) =>
      connect(github).host.ensureComment(at(), review({ body: `Run ${run}.`, sequence: run * 1000 })),
    );

    await Promise.all(workers);

    expect(shown()).toEqual(["dagsight[bot]: Run 4."]);
  });

  it("is there once although the connection broke after GitHub had written it", async () => {
    github.fails({ kind: "drop-after" }, { operation: "issues/create-comment" });

    await host.ensureComment(at(), review());

    expect(shown()).toEqual(["dagsight[bot]: Two assets changed."]);
  });

  it("is there once although GitHub said 502 after it had written it", async () => {
    github.fails({ kind: "error-after", status: 502 }, { operation: "issues/create-comment" });

    await host.ensureComment(at(), review());

    expect(shown()).toEqual(["dagsight[bot]: Two assets changed."]);
  });

  it("takes GitHub's whole 262,144 bytes, and fails with a reason above", async () => {
    await host.ensureComment(at(), review({ body: "é".repeat(131_000) }));

    const tooMuch = host.ensureComment(at(), review({ body: "é".repeat(132_000), sequence: 2000 }));

    await expect(tooMuch).rejects.toMatchObject({ failure: { code: "code-host-rejected", status: 422 }, retryable: false });
  });

  it("leaves a comment alone that we put away as outdated, and starts another", async () => {
    await host.ensureComment(at(), review());
    pr.issue.comments[0]!.minimized = "outdated";

    await host.ensureComment(at(), review({ body: "Three assets changed.", sequence: 2000 }));

    expect(shown()).toEqual(["dagsight[bot]: Two assets changed.", "dagsight[bot]: Three assets changed."]);
  });

  describe("of which changed text makes a new one", () => {
    /** With what GitHub says of those that are folded. */
    const all = () => pr.comments().map(({ body, minimized }) => [body.replace(/^<!--.*-->\n/, ""), minimized]);
    const say = (body: string, sequence: number, changes: Partial<StickyComment>) =>
      host.ensureComment(at(), review({ body, sequence, ...changes }));

    it.each([
      [
        "new",
        [
          ["One.", null],
          ["Two.", null],
        ],
      ],
      [
        "hide-and-new",
        [
          ["One.", "outdated"],
          ["Two.", null],
        ],
      ],
      ["delete-and-new", [["Two.", null]]],
    ] as const)("(%s) does with the old one what was asked for, once", async (whenChanged, expected) => {
      await say("One.", 1, { whenChanged });
      expect((await say("Two.", 2, { whenChanged })).kind).toBe("created");
      expect(all()).toEqual(expected);
      github.forgetRequests();

      expect((await say("Two.", 3, { whenChanged })).kind).toBe("unchanged");
      expect(writes()).toEqual([]);
    });

    it("(escalate) is edited while it gets no worse, and new when it does", async () => {
      await say("Fine.", 1, { whenChanged: "escalate", weight: 1 });
      expect((await say("Fine, too.", 2, { whenChanged: "escalate", weight: 1 })).kind).toBe("updated");
      expect((await say("Broken.", 3, { whenChanged: "escalate", weight: 3 })).kind).toBe("created");
      expect((await say("Fine again.", 4, { whenChanged: "escalate", weight: 1 })).kind).toBe("updated");

      expect(all()).toEqual([
        ["Fine, too.", "outdated"],
        ["Fine again.", null],
      ]);
    });

    it("puts the old one away on the next run, when the first ended in between", async () => {
      await say("One.", 1, { whenChanged: "hide-and-new" });
      github.fails({ kind: "status", status: 403 }, { operation: "graphql" });
      await expect(say("Two.", 2, { whenChanged: "hide-and-new" })).rejects.toThrow();
      expect(all()).toEqual([
        ["One.", null],
        ["Two.", null],
      ]);

      await say("Two.", 2, { whenChanged: "hide-and-new" });

      expect(all()).toEqual([
        ["One.", "outdated"],
        ["Two.", null],
      ]);
    });

    it("is not written by a run that a newer one has overtaken", async () => {
      await say("Of the second push.", 2, { whenChanged: "new" });

      expect((await say("Of the first push.", 1, { whenChanged: "new" })).kind).toBe("superseded");
      expect(all()).toEqual([["Of the second push.", null]]);
    });
  });
});
