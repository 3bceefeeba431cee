import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startGitHub, type TestGitHub } from "../support/github-server/start-github.ts";
import type { PullRequestStory } from "../support/github-server/story/pull-request.ts";
import type { RepositoryStory } from "../support/github-server/story/repository.ts";
import { appToken, asker } from "./ask.ts";

interface Received {
  readonly event: string;
  readonly guid: string;
  readonly signed: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: payloads of any event
  readonly payload: any;
}

describe("webhooks", () => {
  let github: TestGitHub;
  let shop: RepositoryStory;
  let pr: PullRequestStory;
  let app: Server;
  let received: Received[];
  let answer: number;

  beforeEach(async () => {
    github = await startGitHub();
    shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    pr = await shop.pullRequest({ from: "revenue", files: { "shop/revenue.py": "revenue = 1\n" }, title: "Add revenue" });
    received = [];
    answer = 202;
    app = createServer(async (message, response) => {
      let body = "";
      for await (const chunk of message) body += chunk;
      const { headers } = message;
      const signature = `sha256=${createHmac("sha256", github.app.webhookSecret).update(body).digest("hex")}`;
      const signed = headers["x-hub-signature-256"] === signature;
      received.push({
        event: String(headers["x-github-event"]),
        guid: String(headers["x-github-delivery"]),
        signed,
        payload: JSON.parse(body),
      });
      response.writeHead(answer).end();
    });
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    github.connect(`http://127.0.0.1:${(app.address() as AddressInfo).port}/api/github/webhooks`);
  });

  afterEach(async () => {
    await new Promise((resolve) => app.close(resolve));
    await github.stop();
  });

  it("are signed, and fit the state: GitHub's example with our repository, pull request and installation", async () => {
    const delivery = await github.deliver(pr.opened());

    expect(delivery).toMatchObject({ statusCode: 202, redelivery: false });
    expect(received).toMatchObject([
      {
        event: "pull_request",
        guid: delivery.guid,
        signed: true,
        payload: {
          action: "opened",
          number: 1,
          pull_request: { title: "Add revenue", head: { sha: pr.head, ref: "revenue" }, base: { ref: "main" }, draft: false },
          repository: { full_name: "acme/shop", private: true },
          installation: { id: github.installationId },
          sender: { login: "grace" },
        },
      },
    ]);
    expect(JSON.stringify(received[0]?.payload)).not.toContain("Codertocat/Hello-World");
  });

  it("tell each turn that a pull request takes", async () => {
    const before = pr.head;
    await pr.push({ "shop/revenue.py": "revenue = 2\n" });
    await github.deliver(pr.synchronize(before));
    await github.deliver(pr.convertedToDraft());
    await github.deliver(pr.readyForReview());
    await shop.commit("next", { "a.py": "a\n" });
    await github.deliver(pr.baseChanged("next"));
    pr.close();
    await github.deliver(pr.closed());
    await github.deliver(pr.reopened());
    await github.deliver(pr.rerun());

    expect(received.map(({ event, payload }) => `${event}.${payload.action}`)).toEqual([
      "pull_request.synchronize",
      "pull_request.converted_to_draft",
      "pull_request.ready_for_review",
      "pull_request.edited",
      "pull_request.closed",
      "pull_request.reopened",
      "check_suite.rerequested",
    ]);
    expect(received[0]?.payload).toMatchObject({ before, after: pr.head });
    expect(received[3]?.payload).toMatchObject({ changes: { base: { ref: { from: "main" } } }, pull_request: { base: { ref: "next" } } });
    expect(received[6]?.payload).toMatchObject({
      check_suite: { head_sha: pr.head, head_branch: "revenue", pull_requests: [{ number: 1 }] },
    });
  });

  it("are not sent again by themselves, and sent again they have the same GUID", async () => {
    answer = 500;
    const failed = await github.deliver(pr.opened());
    answer = 202;
    const repeated = await github.redeliver(failed);
    const lost = await github.deliver(pr.synchronize(), { lost: true });

    expect([failed.statusCode, repeated.statusCode, lost.statusCode]).toEqual([500, 202, 0]);
    expect(repeated).toMatchObject({ guid: failed.guid, redelivery: true });
    expect(received).toHaveLength(2);
  });

  it("are listed for the App, which may ask for one again", async () => {
    answer = 500;
    const failed = await github.deliver(pr.opened());
    answer = 202;
    await github.deliver(pr.synchronize());
    const ask = asker(github, appToken(github));

    expect((await ask("GET /app/hook/deliveries?status=failure")).body).toMatchObject([
      { id: failed.id, event: "pull_request", action: "opened", status_code: 500 },
    ]);
    expect((await ask(`POST /app/hook/deliveries/${failed.id}/attempts`)).status).toBe(202);
    await expect.poll(() => received.map(({ guid }) => guid).filter((guid) => guid === failed.guid)).toHaveLength(2);
  });

  it("can be forged, doubled and sent all at once, as a test wishes", async () => {
    const event = await pr.opened();
    await github.deliver(event, { secret: "guessed" });
    await github.deliver(event, { guid: "same" });
    await github.deliver(event, { guid: "same" });
    await github.deliverTogether([pr.synchronize(), pr.rerun(), pr.closed()]);

    expect(received.map(({ signed }) => signed)).toEqual([false, true, true, true, true, true]);
    expect(received.slice(1, 3).map(({ guid }) => guid)).toEqual(["same", "same"]);
  });

  it("speak of comments, issues, pushes, buttons and the installation itself", async () => {
    const issue = shop.issue({ title: "Add an asset", labels: ["scaffold"] });
    const before = await shop.commitOf("main");
    await shop.commit("main", { "README.md": "# Shop\n" });
    await asker(github)("POST /repos/acme/shop/check-runs", { name: "dagsight", head_sha: pr.head, external_id: "pr=1" });
    await github.deliver(pr.commented(pr.comment("grace", "/dagsight help")));
    await github.deliver(issue.event("opened"));
    await github.deliver(shop.pushed("main", before));
    await github.deliver(pr.rerunCheck("dagsight"));
    await github.deliver(pr.rerunCheck("dagsight", "fix"));
    await github.deliver(github.suspend());
    github.unsuspend();

    expect(received.map(({ event, payload }) => `${event}.${payload.action ?? ""}`)).toEqual([
      "issue_comment.created",
      "issues.opened",
      "push.",
      "check_run.rerequested",
      "check_run.requested_action",
      "installation.suspend",
    ]);
    expect(received[0]?.payload).toMatchObject({
      comment: { body: "/dagsight help", user: { login: "grace" } },
      issue: { number: 1, pull_request: {} },
    });
    expect(received[1]?.payload).toMatchObject({ issue: { labels: [{ name: "scaffold" }] } });
    expect(received[2]?.payload).toMatchObject({ ref: "refs/heads/main", before });
    expect(received[4]?.payload).toMatchObject({ requested_action: { identifier: "fix" }, check_run: { external_id: "pr=1" } });
  });
});
