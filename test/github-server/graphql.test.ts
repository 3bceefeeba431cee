import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseGraphQL } from "../support/github-server/graphql/parse.ts";
import { startGitHub, type TestGitHub } from "../support/github-server/start-github.ts";
import type { RepositoryStory } from "../support/github-server/story/repository.ts";
import { asker } from "./ask.ts";

describe("GraphQL", () => {
  let github: TestGitHub;
  let shop: RepositoryStory;

  beforeEach(async () => {
    github = await startGitHub();
    shop = await github.repository("acme/shop").withFiles({
      "shop/orders.py": "orders = 1\n",
      "shop/latin.py": Buffer.from("größe\n", "latin1"),
      "logo.png": Buffer.from([1, 0, 2]),
      "long.py": "x".repeat(600_000),
    });
  });

  afterEach(() => github.stop());

  const query = async (text: string, variables: object = {}) => {
    const reply = await asker(github)("POST /graphql", { query: text, variables });
    expect(reply.status).toBe(200);
    return reply.body;
  };

  it("reads blobs by the batch: text as it seems to be, none of binary, cut when long", async () => {
    const blob = "... on Blob { oid text isBinary isTruncated byteSize }";
    const { data } = await query(
      `query($owner: String!, $name: String!) {
        repository(owner: $owner, name: $name) {
          orders: object(expression: "main:shop/orders.py") { ${blob} }
          latin: object(expression: "main:shop/latin.py") { ${blob} }
          logo: object(expression: "main:logo.png") { ${blob} }
          long: object(expression: "main:long.py") { ${blob} }
          gone: object(expression: "main:gone.py") { ${blob} }
          folder: object(expression: "main:shop") { __typename oid }
        }
      }`,
      { owner: "acme", name: "shop" },
    );

    expect(data.repository).toMatchObject({
      orders: { text: "orders = 1\n", isBinary: false, isTruncated: false, byteSize: 11 },
      latin: { text: "größe\n", byteSize: 6 },
      logo: { text: null, isBinary: true },
      long: { isTruncated: true, byteSize: 600_000 },
      gone: null,
      folder: { __typename: "Tree" },
    });
  });

  it("commits to a branch only where it stands where it was expected", async () => {
    const head = await shop.commitOf("main");
    const text = `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid url } } }`;
    const input = {
      branch: { repositoryNameWithOwner: "acme/shop", branchName: "main" },
      message: { headline: "Add customers", body: "Asked for in #1" },
      expectedHeadOid: head,
      fileChanges: {
        additions: [{ path: "shop/customers.py", contents: Buffer.from("customers = 1\n").toString("base64") }],
        deletions: [{ path: "long.py" }],
      },
    };

    const first = await query(text, { input });
    const second = await query(text, { input });

    expect(first.data.createCommitOnBranch.commit.oid).toBe(await shop.commitOf("main"));
    expect((await shop.record.git.tree("main", true)).map(({ path }) => path)).toEqual([
      "logo.png",
      "shop",
      "shop/customers.py",
      "shop/latin.py",
      "shop/orders.py",
    ]);
    expect(second).toMatchObject({
      data: { createCommitOnBranch: null },
      errors: [{ type: "STALE_DATA", path: ["createCommitOnBranch"] }],
    });
  });

  it("hides comments and resolves threads", async () => {
    const pr = await shop.pullRequest({ from: "revenue", files: { "shop/orders.py": "orders = 2\n" } });
    const comment = pr.comment("", "Old news", github.app);
    await asker(github)(`POST /repos/acme/shop/pulls/${pr.number}/reviews`, {
      event: "COMMENT",
      body: "Look",
      comments: [{ path: "shop/orders.py", line: 1, side: "RIGHT", body: "Why?" }],
    });
    const threads = `{ repository(owner: "acme", name: "shop") { pullRequest(number: ${pr.number}) { reviewThreads(first: 10) { nodes { id isResolved comments(first: 1) { nodes { body } } } } } } }`;
    const [thread] = (await query(threads)).data.repository.pullRequest.reviewThreads.nodes;

    await query(
      `mutation { minimizeComment(input: {subjectId: "IC_${comment.id}", classifier: OUTDATED}) { minimizedComment { isMinimized } } }`,
    );
    await query(`mutation { resolveReviewThread(input: {threadId: "${thread.id}"}) { thread { isResolved } } }`);

    expect(thread).toMatchObject({ isResolved: false, comments: { nodes: [{ body: "Why?" }] } });
    expect(pr.comments()).toMatchObject([{ minimized: "outdated" }]);
    expect((await query(threads)).data.repository.pullRequest.reviewThreads.nodes).toMatchObject([{ isResolved: true }]);
  });

  it("answers 200 with errors: for what is not there, not allowed, and not a field", async () => {
    expect(await query(`{ repository(owner: "acme", name: "gone") { id } }`)).toMatchObject({
      data: { repository: null },
      errors: [{ type: "NOT_FOUND", path: ["repository"] }],
    });
    expect(github.takeViolations()).toEqual([]);
    expect((await query(`{ repository(owner: "acme", name: "shop") { colour } }`)).errors[0].message).toBe(
      "Field 'colour' doesn't exist on type 'Repository'",
    );
    expect((await query("{ repository(")).errors[0].message).toContain("Parse error");
    expect((await query('query($owner: String!) { repository(owner: $owner, name: "shop") { id } }')).errors[0].message).toContain(
      "$owner of type String!",
    );
    expect(github.takeViolations()).toHaveLength(3);
    github.revoke("contents");
    expect((await query(`{ repository(owner: "acme", name: "shop") { object(oid: "0") { oid } } }`)).errors).toMatchObject([
      { type: "FORBIDDEN", message: "Resource not accessible by integration" },
    ]);
  });

  it("is parsed with strings, lists, objects, numbers and words as arguments", () => {
    expect(
      parseGraphQL('query Q($a: [Int!]! = [1]) { x: field(s: "a\\"b\\n", l: [1, -2.5, $a], o: {k: true, n: null}, e: WORD) }'),
    ).toEqual({
      operation: "query",
      variables: { a: "[Int!]!" },
      selection: [
        {
          kind: "field",
          name: "field",
          alias: "x",
          selection: [],
          args: {
            s: { kind: "literal", value: 'a"b\n' },
            l: {
              kind: "list",
              items: [
                { kind: "literal", value: 1 },
                { kind: "literal", value: -2.5 },
                { kind: "variable", name: "a" },
              ],
            },
            o: { kind: "object", fields: { k: { kind: "literal", value: true }, n: { kind: "literal", value: null } } },
            e: { kind: "literal", value: "WORD" },
          },
        },
      ],
    });
  });
});
