import { environmentFix } from "../../facts/fixes/environment-variable.ts";
import { isReadFromEnvironment } from "../../facts/resources/read-from-environment.ts";
import { resourceArguments } from "../../facts/resources/resource-arguments.ts";
import { defineRule } from "../../rule.ts";

export const osGetenvInResource = defineRule({
  name: "os-getenv-in-resource",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A resource is given the value of an environment variable while the code is imported.",
    why: "The value is fixed when the code is loaded, does not show as a variable in the interface, and may end up in its configuration.",
    example: `import dagster as dg

class Database(dg.ConfigurableResource):
    url: str
    password: str

import os

defs = dg.Definitions(resources={"db": Database(url="sqlite://", password=os.getenv("DB_PASSWORD", ""))})
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
    for (const given of resourceArguments(location)) {
      const { name, argument, at } = given;
      if (!isReadFromEnvironment(argument.expression, location.files.get(argument.at.path))) continue;
      const fix = environmentFix(given, location);
      report({
        message: `\`${name}\` of a resource is read from the environment while the code is imported`,
        why: "The value is fixed when the code is loaded, and the interface shows it as a value instead of a variable.",
        help: `Write \`${name}=EnvVar("…")\`: it is read when the resource is used.`,
        location: at,
        ...(fix && { fix }),
      });
    }
  },
});
