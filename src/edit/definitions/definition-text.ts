/** The Python of a new definition, in a file's manner. Everything that comes from outside is a checked identifier or a rendered literal. */
import { renderLiteral } from "../../syntax/python-literal.ts";
import type { SourceStyle } from "../text/source-style.ts";

export type NewDefinition =
  | { readonly what: "asset"; readonly key: readonly string[]; readonly group?: string }
  | { readonly what: "job"; readonly name: string; readonly selection: string }
  | { readonly what: "schedule"; readonly name: string; readonly cron: string; readonly job: string }
  | { readonly what: "sensor"; readonly name: string; readonly job: string }
  | { readonly what: "check"; readonly name: string; readonly asset: readonly string[] }
  /** A class of resources, made where the module has none of that name. */
  | { readonly what: "resource"; readonly name: string; readonly key: string; readonly values: readonly (readonly [string, string])[] };

export interface DefinitionText {
  /** Names of Dagster that `text` needs. */
  readonly needs: readonly string[];
  /** Without indentation; lines separated by `\n`, none at the end. */
  text(dagster: (name: string) => string): string;
}

export function definitionText(definition: NewDefinition, { quote, indent }: SourceStyle): DefinitionText {
  const literal = (value: string | readonly string[]) => renderLiteral(value, quote);
  switch (definition.what) {
    case "asset": {
      const [prefix, leaf] = [definition.key.slice(0, -1), definition.key.at(-1) ?? ""];
      const prefixText = prefix.length === 0 ? "" : `key_prefix=${literal(prefix.length === 1 ? (prefix[0] ?? "") : prefix)}`;
      const groupText = definition.group === undefined ? "" : `group_name=${literal(definition.group)}`;
      const args = [prefixText, groupText].filter((text) => text !== "").join(", ");
      return { needs: ["asset"], text: (dg) => `@${dg("asset")}${args === "" ? "" : `(${args})`}\ndef ${leaf}():\n${indent}...` };
    }
    case "job": {
      const { name, selection } = definition;
      return {
        needs: ["define_asset_job"],
        text: (dg) => `${name} = ${dg("define_asset_job")}(${literal(name)}, selection=${literal(selection)})`,
      };
    }
    case "schedule": {
      const { name, cron, job } = definition;
      const args = `name=${literal(name)}, job_name=${literal(job)}, cron_schedule=${literal(cron)}`;
      return { needs: ["ScheduleDefinition"], text: (dg) => `${name} = ${dg("ScheduleDefinition")}(${args})` };
    }
    case "sensor":
      return {
        needs: ["sensor", "SkipReason"],
        text: (dg) =>
          `@${dg("sensor")}(job_name=${literal(definition.job)})\ndef ${definition.name}(context):\n${indent}return ${dg("SkipReason")}(${literal("Nothing to do yet")})`,
      };
    case "resource":
      return { needs: ["ConfigurableResource"], text: (dg) => `class ${definition.name}(${dg("ConfigurableResource")}):\n${indent}...` };
    default: {
      const { name, asset } = definition;
      const key = literal(asset.length === 1 ? (asset[0] ?? "") : asset);
      const keyText = (dg: (name: string) => string) => (asset.length === 1 ? key : `${dg("AssetKey")}(${key})`);
      return {
        needs: asset.length === 1 ? ["asset_check", "AssetCheckResult"] : ["asset_check", "AssetCheckResult", "AssetKey"],
        text: (dg) => `@${dg("asset_check")}(asset=${keyText(dg)})\ndef ${name}():\n${indent}return ${dg("AssetCheckResult")}(passed=True)`,
      };
    }
  }
}
