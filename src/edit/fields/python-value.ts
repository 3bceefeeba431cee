/**
 * Python for what has no literal: partitions and automation conditions by a short name (`daily:2024-01-01`, `eager`), or an object of the
 * repository by its module (`shop.partitions:daily`). Nothing else is taken: what is written into a file is made here, never pasted.
 */
import type { YamlValue } from "../../formats/yaml-render.ts";
import { type QuoteStyle, renderLiteral } from "../../syntax/python-literal.ts";

export type PythonText =
  | { readonly kind: "literal"; readonly text: string }
  /** `{dagster}` is the name of the class in the file: `dg.AutomationCondition`. */
  | { readonly kind: "dagster"; readonly name: string; readonly rest: string }
  | { readonly kind: "object"; readonly module: string; readonly name: string };

const PARTITIONS: Readonly<Record<string, string>> = {
  daily: "DailyPartitionsDefinition",
  hourly: "HourlyPartitionsDefinition",
  weekly: "WeeklyPartitionsDefinition",
  monthly: "MonthlyPartitionsDefinition",
};

/** `daily:2024-01-01`, `static:at,ch,de`, `dynamic:customers`, `shop.partitions:daily`. */
export function partitionsText(value: string, quote: QuoteStyle): PythonText | undefined {
  const colon = value.indexOf(":");
  const [kind, rest] = [value.slice(0, Math.max(colon, 0)), value.slice(colon + 1)];
  const literal = (content: string | readonly string[]) => renderLiteral(content, quote);
  const name = PARTITIONS[kind];
  if (name && /^\d{4}-\d{2}-\d{2}([T -]\d{2}:\d{2})?$/.test(rest)) return { kind: "dagster", name, rest: `(start_date=${literal(rest)})` };
  if (kind === "static" && rest !== "")
    return { kind: "dagster", name: "StaticPartitionsDefinition", rest: `(${literal(rest.split(","))})` };
  if (kind === "dynamic" && rest !== "") return { kind: "dagster", name: "DynamicPartitionsDefinition", rest: `(name=${literal(rest)})` };
  return name ? undefined : objectText(value);
}

/** As components resolve it: `{type: daily, start_date: "2024-01-01"}`. */
export function partitionsYaml(value: string): YamlValue | undefined {
  const python = partitionsText(value, '"');
  const [type, rest] = [value.slice(0, value.indexOf(":")), value.slice(value.indexOf(":") + 1)];
  if (python?.kind !== "dagster" || type === "dynamic") return undefined;
  return type === "static" ? { type, partition_keys: rest.split(",") } : { type, start_date: rest };
}

/** `eager`, `on_missing`, `on_cron:0 5 * * *`, `shop.conditions:nightly`. */
export function automationText(value: string, quote: QuoteStyle): PythonText | undefined {
  if (value === "eager" || value === "on_missing") return { kind: "dagster", name: "AutomationCondition", rest: `.${value}()` };
  if (value.startsWith("on_cron:")) {
    const cron = renderLiteral(value.slice("on_cron:".length).trim(), quote);
    return { kind: "dagster", name: "AutomationCondition", rest: `.on_cron(${cron})` };
  }
  return objectText(value);
}

/** A template: `"{{ dg.AutomationCondition.eager() }}"`. */
export function automationYaml(value: string): YamlValue | undefined {
  const python = automationText(value, "'");
  return python?.kind === "dagster" ? `{{ dg.${python.name}${python.rest} }}` : undefined;
}

function objectText(value: string): PythonText | undefined {
  const [, module, name] = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):([A-Za-z_]\w*)$/.exec(value) ?? [];
  return module !== undefined && name !== undefined ? { kind: "object", module, name } : undefined;
}
