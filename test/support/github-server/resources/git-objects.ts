/** Git's own objects and refs over HTTP: trees (with their limit), blobs, commits, refs. */
import { gitCommitObject, repositoryUrl } from "../objects/repository.ts";
import { type ApiRequest, notFound, type Operations, page, Refusal } from "../routing.ts";
import type { Json, Repository } from "../world.ts";

const LARGEST_BLOB = 100 * 1024 * 1024;
const reads = [["contents", "read"]] as const;
const writes = [["contents", "write"]] as const;

function refObject(repository: Repository, ref: string, sha: string, baseUrl: string): Json {
  const url = repositoryUrl(repository, baseUrl);
  return {
    ref,
    node_id: `REF_${repository.id}_${ref}`,
    url: `${url}/git/${ref}`,
    object: { sha, type: "commit", url: `${url}/git/commits/${sha}` },
  };
}

async function refSha({ repository, params }: ApiRequest): Promise<string> {
  const ref = (await repository.git.refs("refs/")).find((one) => one.ref === `refs/${params["ref"]}`);
  if (ref === undefined) throw notFound();
  return ref.sha;
}

export const gitObjects: Operations = {
  "git/get-tree": {
    needs: reads,
    async answer({ repository, params, query, baseUrl }) {
      const asked = params["tree_sha"] ?? "";
      const type = /^[0-9a-f]{40}$/.test(asked) ? await repository.git.typeOf(asked) : undefined;
      const treeish = type ?? (await repository.git.resolve(asked));
      if (treeish === undefined || type === "blob") throw notFound();
      const recursive = query.has("recursive");
      const name = type === undefined ? treeish : asked;
      const all = await repository.git.tree(name, recursive);
      const sha = (await repository.git.git("rev-parse", `${name}^{tree}`)).trim();
      const url = `${repositoryUrl(repository, baseUrl)}/git`;
      const shown = recursive ? all.slice(0, repository.treeLimit) : all;
      const tree = shown.map((entry) => ({
        ...entry,
        // A submodule's commit is in another repository: it has no address here.
        ...(entry.type === "commit" ? {} : { url: `${url}/${entry.type}s/${entry.sha}` }),
      }));
      return { status: 200, body: { sha, url: `${url}/trees/${sha}`, tree, truncated: shown.length < all.length } };
    },
  },
  "git/get-blob": {
    needs: reads,
    async answer({ repository, params, baseUrl, accept }) {
      const sha = params["file_sha"] ?? "";
      const object = (await repository.git.objects([sha])).get(sha);
      if (object === undefined || object.type !== "blob") throw notFound();
      if (object.bytes.length > LARGEST_BLOB) throw new Refusal(403, "This API returns blobs up to 100 MB in size.");
      if (accept.includes("raw"))
        return { status: 200, bytes: object.bytes, headers: { "content-type": "application/vnd.github.raw+json; charset=utf-8" } };
      const url = `${repositoryUrl(repository, baseUrl)}/git/blobs/${sha}`;
      // GitHub breaks base64 into lines.
      const content = object.bytes.toString("base64").replace(/.{60}/g, "$&\n");
      return { status: 200, body: { sha, node_id: `B_${sha}`, size: object.bytes.length, url, content, encoding: "base64" } };
    },
  },
  "git/get-commit": {
    needs: reads,
    async answer({ repository, params, baseUrl }) {
      const sha = params["commit_sha"] ?? "";
      if ((await repository.git.typeOf(sha)) !== "commit") throw notFound();
      return { status: 200, body: gitCommitObject(repository, await repository.git.commitObject(sha), baseUrl) };
    },
  },
  "git/get-ref": {
    needs: reads,
    async answer(request) {
      const sha = await refSha(request);
      return { status: 200, body: refObject(request.repository, `refs/${request.params["ref"]}`, sha, request.baseUrl) };
    },
  },
  "git/list-matching-refs": {
    needs: reads,
    async answer(request) {
      const refs = await request.repository.git.refs(`refs/${request.params["ref"]}`);
      return page(
        request,
        refs.map(({ ref, sha }) => refObject(request.repository, ref, sha, request.baseUrl)),
      );
    },
  },
  "git/create-ref": {
    needs: writes,
    async answer({ repository, body, baseUrl }) {
      const [ref, sha] = [String(body["ref"]), String(body["sha"])];
      if (!/^refs\/[^/]+\/.+/.test(ref)) throw new Refusal(422, "Reference name must start with 'refs/' and contain at least two slashes.");
      if ((await repository.git.typeOf(sha)) !== "commit") throw new Refusal(422, "Object does not exist");
      if ((await repository.git.refs(ref)).some((one) => one.ref === ref)) throw new Refusal(422, "Reference already exists");
      await repository.git.setRef(ref, sha);
      return { status: 201, body: refObject(repository, ref, sha, baseUrl) };
    },
  },
  "git/update-ref": {
    needs: writes,
    async answer(request) {
      const { repository, body, params, baseUrl } = request;
      const [old, sha] = [await refSha(request), String(body["sha"])];
      if ((await repository.git.typeOf(sha)) !== "commit") throw new Refusal(422, "Object does not exist");
      const forward = (await repository.git.mergeBase(old, sha)) === old;
      if (!forward && body["force"] !== true) throw new Refusal(422, "Update is not a fast forward");
      await repository.git.setRef(`refs/${params["ref"]}`, sha);
      return { status: 200, body: refObject(repository, `refs/${params["ref"]}`, sha, baseUrl) };
    },
  },
  "git/delete-ref": {
    needs: writes,
    async answer(request) {
      const exists = await refSha(request).catch(() => undefined);
      if (exists === undefined) throw new Refusal(422, "Reference does not exist");
      await request.repository.git.deleteRef(`refs/${request.params["ref"]}`);
      return { status: 204 };
    },
  },
};
