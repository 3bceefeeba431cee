import { resourceArguments } from "../../facts/resources/resource-arguments.ts";
import { defineRule } from "../../rule.ts";

const SECRET_NAME = /(?:^|_)(?:password|passwd|pwd|secret|token|api_?key|access_?key|private_?key|secret_?key)(?:$|_)/i;
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@{}<>$]+@/i;

export const hardcodedSecret = defineRule({
  name: "hardcoded-secret",
  group: "practice",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A password, token or key stands in the code: in an argument of a resource, or in a connection URL.",
    why: "Whoever can read the repository, and its history, can use it.",
    example: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str
    password: str


defs = dg.Definitions(resources={"db": Database(url="sqlite://", password="hunter2-4711")})
`,
    instead: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str
    password: str


defs = dg.Definitions(resources={"db": Database(url="sqlite://", password=dg.EnvVar("DB_PASSWORD"))})
`,
    source: "https://docs.dagster.io/guides/operate/configuration/using-environment-variables-and-secrets",
  },
  check({ location, report }) {
    for (const { name, argument, at } of resourceArguments(location)) {
      if (argument.value.kind !== "str" || !argument.value.origin || argument.value.assumes) continue;
      const text = argument.value.value;
      if (!URL_WITH_PASSWORD.test(text) && !(SECRET_NAME.test(name) && looksSecret(text))) continue;
      report({
        message: `\`${name}\` of a resource is a secret that stands in the code`,
        why: "Whoever can read the repository, and its history, can use it.",
        help: `Write \`${name}=EnvVar("…")\`, and change the secret.`,
        location: at,
      });
    }
  },
});

/** Not empty, no placeholder, no name of something. */
function looksSecret(text: string): boolean {
  return (
    text.length >= 6 &&
    !/\s|^[<{$]|^(?:your|my|some|test|dummy|example|changeme|password|secret|token|placeholder|none|null|xxx+)\b|^\*+$/i.test(text) &&
    !text.includes("/")
  );
}
