import { callsOf } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

export const envvarInFstring = defineRule({
  name: "envvar-in-fstring",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An `EnvVar` inside an f-string, `str()`, `format()` or `%`.",
    why: 'Dagster raises `RuntimeError: Attempted to directly retrieve environment variable EnvVar("..."). …`: the value is looked up when a run starts, not when the code is loaded.',
    example: `import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str

defs = dg.Definitions(resources={"shop": Shop(url=f"https://{dg.EnvVar('SHOP_HOST')}/api")})
`,
    instead: `import dagster as dg

class Shop(dg.ConfigurableResource):
    host: str

defs = dg.Definitions(resources={"shop": Shop(host=dg.EnvVar("SHOP_HOST"))})
`,
    source: "dagster/_config/field_utils.py (EnvVar), 1.13.27",
  },
  check({ location, report }) {
    for (const { at, call } of callsOf(location, "dagster.EnvVar.__str__")) {
      const name = call.receiver?.kind === "object" ? call.receiver.fields.get("name") : undefined;
      report({
        message: `\`EnvVar${name?.kind === "str" ? `("${name.value}")` : ""}\` is formatted into a text while the code is loaded`,
        why: `Dagster: "RuntimeError: Attempted to directly retrieve environment variable EnvVar("${name?.kind === "str" ? name.value : "…"}"). EnvVar defers resolution of the environment variable value until run time …"`,
        help: "Give the `EnvVar` itself to a field, and put the text together in a method; or use `os.getenv`.",
        location: at,
      });
    }
  },
});
