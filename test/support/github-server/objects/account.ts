/** Accounts, Apps and installations, as GitHub's answers show them. */
import type { Account, App, Installation, Json } from "../world.ts";
import { timestamp, type World } from "../world.ts";

export function accountObject(account: Account, baseUrl: string): Json {
  const url = `${baseUrl}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: `U_${account.id}`,
    avatar_url: `https://avatars.example.com/u/${account.id}?v=4`,
    gravatar_id: "",
    url,
    html_url: `https://github.example.com/${account.login.replace("[bot]", "")}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: "public",
    site_admin: false,
  };
}

export function appObject(app: App, baseUrl: string): Json {
  return {
    id: app.id,
    client_id: app.clientId,
    slug: app.slug,
    node_id: `A_${app.id}`,
    owner: accountObject(app.owner, baseUrl),
    name: app.name,
    description: "",
    external_url: "https://example.com",
    html_url: `https://github.example.com/apps/${app.slug}`,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    permissions: { checks: "write", contents: "read", metadata: "read", pull_requests: "write" },
    events: ["check_run", "check_suite", "pull_request"],
  };
}

export function installationObject(world: World, installation: Installation, baseUrl: string): Json {
  return {
    id: installation.id,
    client_id: world.app.clientId,
    account: accountObject(installation.account, baseUrl),
    repository_selection: "all",
    access_tokens_url: `${baseUrl}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${baseUrl}/installation/repositories`,
    html_url: `https://github.example.com/organizations/${installation.account.login}/settings/installations/${installation.id}`,
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: installation.account.id,
    target_type: installation.account.type,
    permissions: installation.permissions,
    events: ["check_run", "check_suite", "pull_request"],
    created_at: "2026-01-01T00:00:00Z",
    updated_at: timestamp(world),
    single_file_name: null,
    suspended_by: installation.suspendedAt === null ? null : accountObject(installation.account, baseUrl),
    suspended_at: installation.suspendedAt,
  };
}
