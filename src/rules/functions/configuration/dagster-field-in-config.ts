import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import { importLine, importName } from "../../../edit/text/imports.ts";
import { fieldsOf } from "../../../python/call/fields.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { LibraryObject } from "../../../python/value.ts";
import type { Argument } from "../../../syntax/expression.ts";
import { callAt } from "../../facts/fixes/call-at.ts";
import { importsOfDagster } from "../../facts/names/written-names.ts";
import { configClasses } from "../../facts/resources/config-classes.ts";
import { defineRule } from "../../rule.ts";

export const dagsterFieldInConfig = defineRule({
  name: "dagster-field-in-config",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "`dagster.Field(...)` as the default of a field of a `Config` or resource class.",
    why: "Dagster refuses: `Using 'dagster.Field' is not supported within a Pythonic config or resource definition. … Did you mean to use 'pydantic.Field' instead?`",
    example: `import dagster as dg

class OrdersConfig(dg.Config):
    limit: int = dg.Field(int, default_value=5)

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `from pydantic import Field

import dagster as dg

class OrdersConfig(dg.Config):
    limit: int = Field(default=5)

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_config/pythonic_config/config.py, 1.13.27",
  },
  check({ location, report }) {
    for (const cls of configClasses(location)) {
      for (const field of fieldsOf(cls)) {
        if (field.default?.kind !== "object" || field.default.type !== "dagster.Field") continue;
        const fix = fieldFix(field.default, location);
        report({
          message: `the field \`${field.name}\` of \`${cls.name}\` has a \`dagster.Field\` for its default`,
          why: "Dagster: \"Using 'dagster.Field' is not supported within a Pythonic config or resource definition. … Did you mean to use 'pydantic.Field' instead?\"",
          help: "Use `pydantic.Field`.",
          location: field.at,
          subject: `class:${cls.name}`,
          ...(fix && { fix }),
        });
      }
    }
  },
});

/** The type goes, which the annotation gives. Never safe: the two need not say the same. */
function fieldFix({ at }: LibraryObject, location: LoadedLocation): Fix | undefined {
  const file = location.files.get(at.path);
  const call = file && callAt(file, at, location);
  if (!file || !call || file.text.slice(call.start, call.end).includes("#")) return undefined;
  const args = call.args.filter(({ kind, name }, index) => !(kind === "positional" && index === 0) && name !== "config");
  const texts = args.map((argument) => pydanticArgument(file, argument));
  if (texts.includes(undefined)) return undefined;
  const { text, edits } = pydanticField(file);
  const written = `${text}(${texts.join(", ")})`;
  return {
    title: "Write `pydantic.Field`",
    applicability: "unsafe",
    edits: [...edits, { ...at, start: call.start, end: call.end, text: written }],
  };
}

function pydanticArgument({ text }: SourceFile, { name, value }: Argument): string | undefined {
  const written = text.slice(value.start, value.end);
  if (name === "default_value") return `default=${written}`;
  return name === "description" ? `description=${written}` : undefined;
}

/** Where `Field` is Dagster's, pydantic's goes by its module. */
function pydanticField(file: SourceFile) {
  if (!importsOfDagster(file.tree.body).has("Field")) return importName(file, { module: "pydantic", name: "Field" });
  const isImported = file.tree.body.some(
    (node) => node.kind === "import" && node.names.some(({ name, alias }) => name === "pydantic" && !alias),
  );
  return { text: "pydantic.Field", edits: isImported ? [] : [importLine(file, "import pydantic")] };
}
