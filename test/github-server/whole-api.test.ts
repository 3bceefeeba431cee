import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startGitHub, type TestGitHub } from "../support/github-server/start-github.ts";
import type { RepositoryStory } from "../support/github-server/story/repository.ts";
import { type Ask, appToken, asker } from "./ask.ts";

/** Every answer is checked against GitHub's description by the server itself: `stop` throws when one is off. */
describe("every operation of the test GitHub", () => {
  let github: TestGitHub;
  let shop: RepositoryStory;
  let ask: Ask;

  beforeEach(async () => {
    github = await startGitHub();
    shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n", "README.md": "# Shop\n" });
    ask = asker(github);
  });

  afterEach(() => github.stop());

  it("answers for the App and its installation as GitHub describes", async () => {
    const app = asker(github, appToken(github));

    expect((await app("GET /app")).body).toMatchObject({ id: github.app.id, slug: "dagsight" });
    expect((await app(`GET /app/installations/${github.installationId}`)).body).toMatchObject({ app_slug: "dagsight", suspended_at: null });
    expect((await app("GET /repos/acme/shop/installation")).body.id).toBe(github.installationId);
    expect((await ask("GET /installation/repositories")).body.repositories).toMatchObject([{ full_name: "acme/shop" }]);
    expect((await app("GET /app/hook/deliveries")).body).toEqual([]);
  });

  it("answers for the repository and its git objects as GitHub describes", async () => {
    const commit = await shop.commitOf("main");
    const tree = (await ask(`GET /repos/acme/shop/git/trees/${commit}?recursive=1`)).body;
    const readme = tree.tree.find((entry: { path: string }) => entry.path === "README.md");

    expect((await ask("GET /repos/acme/shop")).body).toMatchObject({ full_name: "acme/shop", default_branch: "main" });
    expect((await ask("GET /repos/acme/shop/branches/main")).body.commit.sha).toBe(commit);
    expect((await ask("GET /repos/acme/shop/branches")).body).toMatchObject([{ name: "main" }]);
    expect((await ask("GET /repos/acme/shop/commits/main")).body.sha).toBe(commit);
    expect((await ask(`GET /repos/acme/shop/git/commits/${commit}`)).body.tree.sha).toBe(tree.sha);
    expect((await ask("GET /repos/acme/shop/git/ref/heads/main")).body.object.sha).toBe(commit);
    expect((await ask("GET /repos/acme/shop/git/matching-refs/heads/")).body).toHaveLength(1);
    expect(Buffer.from((await ask(`GET /repos/acme/shop/git/blobs/${readme.sha}`)).body.content, "base64").toString()).toBe("# Shop\n");
    expect((await ask("GET /repos/acme/shop/contents/README.md")).body).toMatchObject({ type: "file", size: 7 });
    expect((await ask("GET /repos/acme/shop/contents/shop")).body).toMatchObject([{ name: "orders.py", type: "file" }]);
    expect((await ask("GET /repos/acme/shop/contents/README.md", undefined, { accept: "application/vnd.github.raw+json" })).body).toBe(
      "# Shop\n",
    );
    expect((await ask("GET /repos/acme/shop/collaborators/dagsight[bot]/permission")).body.permission).toBe("none");
    expect((await ask("GET /repos/acme/shop/tarball/main")).status).toBe(302);
  });

  it("makes, moves and deletes refs", async () => {
    const first = await shop.commitOf("main");
    const second = await shop.commit("main", { "README.md": "# The shop\n" });

    expect((await ask("POST /repos/acme/shop/git/refs", { ref: "refs/heads/next", sha: first })).status).toBe(201);
    expect((await ask("POST /repos/acme/shop/git/refs", { ref: "refs/heads/next", sha: first })).body.message).toBe(
      "Reference already exists",
    );
    expect((await ask("PATCH /repos/acme/shop/git/refs/heads/next", { sha: second })).body.object.sha).toBe(second);
    expect((await ask("PATCH /repos/acme/shop/git/refs/heads/next", { sha: first })).body.message).toBe("Update is not a fast forward");
    expect((await ask("PATCH /repos/acme/shop/git/refs/heads/next", { sha: first, force: true })).status).toBe(200);
    expect((await ask("DELETE /repos/acme/shop/git/refs/heads/next")).status).toBe(204);
    expect((await ask("GET /repos/acme/shop/git/ref/heads/next")).status).toBe(404);
  });

  it("answers for pull requests, reviews and checks as GitHub describes", async () => {
    const pr = await shop.pullRequest({ from: "revenue", files: { "shop/orders.py": "orders = 2\n", "shop/revenue.py": "revenue = 1\n" } });
    const path = `/repos/acme/shop/pulls/${pr.number}`;

    expect((await ask(`GET ${path}`)).body).toMatchObject({ number: 1, commits: 1, changed_files: 2, additions: 2, deletions: 1 });
    expect((await ask("GET /repos/acme/shop/pulls?head=acme:revenue")).body).toHaveLength(1);
    expect((await ask(`GET ${path}/files`)).body).toMatchObject([
      { filename: "shop/orders.py", status: "modified", patch: "@@ -1 +1 @@\n-orders = 1\n+orders = 2" },
      { filename: "shop/revenue.py", status: "added" },
    ]);
    expect((await ask(`PATCH ${path}`, { title: "Revenue" })).body.title).toBe("Revenue");
    expect((await ask(`GET /repos/acme/shop/commits/${pr.head}/pulls`)).body).toMatchObject([{ number: 1 }]);
    const comments = [{ path: "shop/orders.py", line: 1, side: "RIGHT", body: "Why two?" }];
    expect((await ask(`POST ${path}/reviews`, { event: "COMMENT", body: "Look", comments })).body.state).toBe("COMMENTED");
    expect((await ask(`GET ${path}/reviews`)).body).toHaveLength(1);
    expect((await ask(`GET ${path}/comments`)).body).toMatchObject([{ path: "shop/orders.py", line: 1, body: "Why two?" }]);
    const run = (await ask("POST /repos/acme/shop/check-runs", { name: "dagsight", head_sha: pr.head, status: "in_progress" })).body;
    expect((await ask(`GET /repos/acme/shop/check-runs/${run.id}`)).body.pull_requests).toMatchObject([{ number: 1 }]);
    expect((await ask(`GET /repos/acme/shop/commits/${pr.head}/check-runs`)).body.total_count).toBe(1);
    expect((await ask(`GET /repos/acme/shop/commits/${pr.head}/check-suites`)).body.check_suites).toMatchObject([
      { status: "queued", head_branch: "revenue" },
    ]);
    expect((await ask(`GET /repos/acme/shop/check-suites/${run.check_suite.id}`)).status).toBe(200);
    expect((await ask(`GET /repos/acme/shop/check-suites/${run.check_suite.id}/check-runs`)).body.total_count).toBe(1);
    expect((await ask(`GET /repos/acme/shop/check-runs/${run.id}/annotations`)).body).toEqual([]);
    expect((await ask(`GET /repos/acme/shop/compare/main...${pr.head}`)).body).toMatchObject({ status: "ahead", ahead_by: 1 });
  });

  it("opens pull requests and refuses a second one for the same branch", async () => {
    await shop.commit("revenue", { "shop/revenue.py": "revenue = 1\n" });
    const asked = { title: "Revenue", head: "revenue", base: "main" };

    expect((await ask("POST /repos/acme/shop/pulls", asked)).body).toMatchObject({ number: 1, user: { login: "dagsight[bot]" } });
    expect((await ask("POST /repos/acme/shop/pulls", asked)).body.errors[0].message).toBe(
      "A pull request already exists for acme:revenue.",
    );
    expect((await ask("POST /repos/acme/shop/pulls", { ...asked, head: "gone" })).status).toBe(422);
  });

  it("answers for issues, labels, comments and reactions as GitHub describes", async () => {
    const issue = (await ask("POST /repos/acme/shop/issues", { title: "Add an asset", body: "Please", labels: ["scaffold"] })).body;
    const path = `/repos/acme/shop/issues/${issue.number}`;
    const comment = (await ask(`POST ${path}/comments`, { body: "Thank you" })).body;

    expect(issue.labels).toMatchObject([{ name: "scaffold", color: "ededed" }]);
    expect((await ask("GET /repos/acme/shop/issues?labels=scaffold&state=all")).body).toHaveLength(1);
    expect((await ask(`PATCH ${path}`, { state: "closed" })).body.state).toBe("closed");
    expect((await ask(`POST ${path}/labels`, { labels: ["done"] })).body).toHaveLength(2);
    expect((await ask(`DELETE ${path}/labels/scaffold`)).body).toMatchObject([{ name: "done" }]);
    expect((await ask(`PUT ${path}/labels`, { labels: ["later"] })).body).toMatchObject([{ name: "later" }]);
    expect((await ask(`GET ${path}/labels`)).body).toHaveLength(1);
    expect((await ask("POST /repos/acme/shop/labels", { name: "urgent", color: "ff0000" })).status).toBe(201);
    expect((await ask("GET /repos/acme/shop/labels")).body).toHaveLength(4);
    expect((await ask(`GET ${path}/comments`)).body).toMatchObject([
      { body: "Thank you", performed_via_github_app: { id: github.app.id } },
    ]);
    const reactions = `/repos/acme/shop/issues/comments/${comment.id}/reactions`;
    expect((await ask(`POST ${reactions}`, { content: "eyes" })).status).toBe(201);
    expect((await ask(`POST ${reactions}`, { content: "eyes" })).status).toBe(200);
    expect((await ask(`GET ${reactions}`)).body).toMatchObject([{ content: "eyes" }]);
    expect((await ask(`DELETE /repos/acme/shop/issues/comments/${comment.id}`)).status).toBe(204);
    expect((await ask(`GET /repos/acme/shop/issues/comments/${comment.id}`)).status).toBe(404);
  });
});
