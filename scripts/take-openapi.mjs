// Takes the operations that the test GitHub serves out of GitHub's OpenAPI description (npm package @octokit/openapi, 400 MB: never a
// dependency) and writes them, small, beside the server. Not part of the build: run it by hand when an operation is added.
//   cd "$(mktemp -d)" && npm i @octokit/openapi && node <project>/scripts/take-openapi.mjs node_modules/@octokit/openapi
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OPERATIONS = [
  "apps/get-authenticated",
  "apps/get-installation",
  "apps/get-repo-installation",
  "apps/create-installation-access-token",
  "apps/list-repos-accessible-to-installation",
  "apps/list-webhook-deliveries",
  "apps/redeliver-webhook-delivery",
  "checks/create",
  "checks/get",
  "checks/get-suite",
  "checks/list-annotations",
  "checks/list-for-ref",
  "checks/list-for-suite",
  "checks/list-suites-for-ref",
  "checks/update",
  "git/create-ref",
  "git/delete-ref",
  "git/get-blob",
  "git/get-commit",
  "git/get-ref",
  "git/get-tree",
  "git/list-matching-refs",
  "git/update-ref",
  "issues/add-labels",
  "issues/create",
  "issues/create-comment",
  "issues/create-label",
  "issues/delete-comment",
  "issues/get",
  "issues/get-comment",
  "issues/list-comments",
  "issues/list-for-repo",
  "issues/list-labels-for-repo",
  "issues/list-labels-on-issue",
  "issues/remove-label",
  "issues/set-labels",
  "issues/update",
  "issues/update-comment",
  "pulls/create",
  "pulls/create-review",
  "pulls/create-review-comment",
  "pulls/get",
  "pulls/list",
  "pulls/list-comments-for-review",
  "pulls/list-files",
  "pulls/list-review-comments",
  "pulls/list-reviews",
  "pulls/update",
  "reactions/create-for-issue-comment",
  "reactions/list-for-issue-comment",
  "repos/compare-commits",
  "repos/download-tarball-archive",
  "repos/get",
  "repos/get-branch",
  "repos/get-collaborator-permission-level",
  "repos/get-commit",
  "repos/get-content",
  "repos/list-branches",
  "repos/list-pull-requests-associated-with-commit",
];

const WORDS_FOR_PEOPLE = new Set(["description", "example", "examples", "externalDocs", "title", "summary"]);
const NAME_MAPS = new Set(["properties", "patternProperties"]);

const source = process.argv[2];
if (source === undefined) throw new Error("usage: take-openapi.mjs FOLDER_OF_@octokit/openapi");
const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
const description = JSON.parse(readFileSync(join(source, "generated/api.github.com.json"), "utf8"));

/** Drops what only people read, but keeps a property that happens to be called `description`; writes OpenAPI's `nullable` as JSON Schema does. */
function slim(value) {
  if (value !== null && typeof value === "object" && value.nullable === true) {
    const { nullable, ...rest } = value;
    return { anyOf: [{ type: "null" }, slim(rest)] };
  }
  if (Array.isArray(value)) return value.map(slim);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([key]) => !WORDS_FOR_PEOPLE.has(key) && !key.startsWith("x-"));
  return Object.fromEntries(
    entries.map(([key, child]) => {
      if (key === "$ref") return [key, child.replace("#/components/schemas/", "#/schemas/")];
      if (key === "enum" || key === "default" || key === "required") return [key, child];
      if (NAME_MAPS.has(key)) return [key, Object.fromEntries(Object.entries(child).map(([name, schema]) => [name, slim(schema)]))];
      return [key, slim(child)];
    }),
  );
}

function resolve(value) {
  if (value?.$ref === undefined) return value;
  const steps = value.$ref.slice(2).split("/");
  return resolve(steps.reduce((at, step) => at[step], description));
}

const schemas = {};
function takeReferences(value) {
  if (value === null || typeof value !== "object") return;
  const name = typeof value.$ref === "string" ? value.$ref.replace("#/schemas/", "") : undefined;
  if (name !== undefined && schemas[name] === undefined) {
    schemas[name] = slim(description.components.schemas[name]);
    takeReferences(schemas[name]);
  }
  for (const child of Object.values(value)) takeReferences(child);
}

function takeOperation(id) {
  for (const [path, methods] of Object.entries(description.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId !== id) continue;
      const shared = methods.parameters ?? [];
      const parameters = [...shared, ...(operation.parameters ?? [])].map(resolve);
      const responses = Object.entries(operation.responses).map(([status, response]) => {
        const content = resolve(response).content ?? {};
        const schema = content["application/json"]?.schema ?? null;
        return [status, schema === null ? null : slim(schema)];
      });
      const body = resolve(operation.requestBody);
      return {
        method: method.toUpperCase(),
        path,
        query: Object.fromEntries(parameters.filter((one) => one.in === "query").map((one) => [one.name, slim(resolve(one.schema))])),
        request: body === undefined ? null : slim(body.content["application/json"].schema),
        responses: Object.fromEntries(responses),
      };
    }
  throw new Error(`no operation ${id}`);
}

const operations = Object.fromEntries(OPERATIONS.map((id) => [id, takeOperation(id)]));
takeReferences(operations);
const target = new URL("../test/support/github-server/openapi.generated.json", import.meta.url);
writeFileSync(target, `${JSON.stringify({ source: `@octokit/openapi@${version}`, operations, schemas })}\n`);
console.log(`${OPERATIONS.length} operations, ${Object.keys(schemas).length} schemas`);
