/** The App itself, its installation and the installation's tokens. */

import { issueToken, tokenPermissions } from "../access.ts";
import { accountObject, appObject, installationObject } from "../objects/account.ts";
import { repositoryObject } from "../objects/repository.ts";
import { type ApiRequest, notFound, type Operations, page, Refusal } from "../routing.ts";
import type { Installation } from "../world.ts";

function installationOf(request: ApiRequest): Installation {
  const { installation } = request.world;
  if (Number(request.params["installation_id"]) !== installation.id || installation.removed) throw notFound();
  return installation;
}

export const apps: Operations = {
  "apps/get-authenticated": {
    needs: [],
    actor: "app",
    answer: ({ world, baseUrl }) => ({ status: 200, body: appObject(world.app, baseUrl) }),
  },
  "apps/get-installation": {
    needs: [],
    actor: "app",
    answer: (request) => ({ status: 200, body: installationObject(request.world, installationOf(request), request.baseUrl) }),
  },
  "apps/get-repo-installation": {
    needs: [],
    actor: "app",
    answer: ({ world, repository, baseUrl }) => {
      if (!repository.installed || world.installation.removed) throw notFound();
      return { status: 200, body: installationObject(world, world.installation, baseUrl) };
    },
  },
  "apps/create-installation-access-token": {
    needs: [],
    actor: "app",
    answer(request) {
      const installation = installationOf(request);
      if (installation.suspendedAt !== null) throw new Refusal(403, "This installation has been suspended");
      const asked = request.body["permissions"] as Installation["permissions"] | undefined;
      const permissions = tokenPermissions(installation, asked);
      const repositories = request.world.repositories.filter((repository) => repository.installed);
      const names = request.body["repositories"] as readonly string[] | undefined;
      const ids = request.body["repository_ids"] as readonly number[] | undefined;
      const wanted = repositories.filter(({ name, id }) => (names?.includes(name) ?? true) && (ids?.includes(id) ?? true));
      if ((names !== undefined || ids !== undefined) && wanted.length !== (names ?? ids ?? []).length)
        throw new Refusal(422, "There is at least one repository that does not exist or is not accessible to the parent installation.");
      const selected = names !== undefined || ids !== undefined;
      const { token, expiresAt } = issueToken(request.world, permissions, selected ? wanted.map(({ id }) => id) : null);
      return {
        status: 201,
        body: {
          token,
          expires_at: expiresAt,
          permissions,
          repository_selection: selected ? "selected" : "all",
          ...(selected ? { repositories: wanted.map((repository) => repositoryObject(repository, request.baseUrl)) } : {}),
        },
      };
    },
  },
  "apps/list-repos-accessible-to-installation": {
    needs: [["metadata", "read"]],
    answer(request) {
      const shown = request.world.repositories.filter((repository) => repository.installed);
      return page(
        request,
        shown.map((repository) => repositoryObject(repository, request.baseUrl)),
        (repositories) => ({ total_count: shown.length, repositories }),
      );
    },
  },
};

/** A person's level in a repository. `maintain` reads as `write` and `triage` as `read`; the role's own name is beside it. */
export const collaborators: Operations = {
  "repos/get-collaborator-permission-level": {
    needs: [["metadata", "read"]],
    answer({ world, params, repository, baseUrl }) {
      const person = world.accounts.get(params["username"] ?? "");
      if (person === undefined) throw notFound();
      const owner = person.login === repository.owner.login ? "admin" : undefined;
      const role = owner ?? repository.roles.get(person.login) ?? (repository.private ? "none" : "read");
      const permission = { maintain: "write", triage: "read", admin: "admin", write: "write", read: "read", none: "none" }[role];
      const level = ["none", "read", "triage", "write", "maintain", "admin"].indexOf(role);
      const permissions = { pull: level >= 1, triage: level >= 2, push: level >= 3, maintain: level >= 4, admin: level >= 5 };
      return {
        status: 200,
        body: { permission, role_name: role, user: { ...accountObject(person, baseUrl), permissions, role_name: role } },
      };
    },
  },
};
