import { parameterRenaming } from "../../facts/fixes/rename-parameter.ts";
import { mistakenParameters } from "../../facts/functions/mistaken-parameters.ts";
import { defineRule } from "../../rule.ts";

export const configParamMisnamed = defineRule({
  name: "config-param-misnamed",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A parameter annotated with a `Config` class under another name than `config`.",
    why: 'Dagster knows the configuration by its name and takes any other for an upstream asset: `Input asset "["settings"]" is not produced by any of the provided asset ops …`',
    example: `import dagster as dg

class Settings(dg.Config):
    limit: int = 5

@dg.asset
def orders(settings: Settings): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

class Settings(dg.Config):
    limit: int = 5

@dg.asset
def orders(config: Settings): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_config/pythonic_config/config.py, 1.13.27",
  },
  check(context) {
    for (const { name, ...place } of mistakenParameters(context, "config-param-misnamed")) {
      const fix = place.function && parameterRenaming(place.function, { from: name, to: "config" }, context.location);
      context.report({
        message: `\`${name}\` is taken for an upstream asset: the parameter for the configuration must be called \`config\``,
        why: `Dagster: "Input asset "["${name}"]" is not produced by any of the provided asset ops and is not one of the provided sources."`,
        help: `Rename \`${name}\` to \`config\`.`,
        location: place.at,
        subject: place.subject,
        doubts: place.doubts,
        ...(fix && { fix }),
      });
    }
  },
});
