/**
 * `profiles.yml`, where it is committed: which adapter the project runs on and what `target` says. Without it everything about
 * the target is known at run time only.
 */
import { renderDeep } from "../jinja/render.ts";
import { type DbtMapping, type DbtObject, type DbtValue, dbtUnknown, fromFormat, isMapping, isUnknown } from "../value.ts";
import { mappingOf, textOf } from "./project-file.ts";
import { joinPath, type ProjectReading, readProjectYaml } from "./project-reading.ts";

const NOT_COMMITTED = dbtUnknown("runtime-input", "the profile is not in the repository");
const UNKNOWN_TARGET: DbtObject = { kind: "object", text: NOT_COMMITTED, truth: true, attribute: () => NOT_COMMITTED };

/** `target` of dbt's context for a profile's name. */
export function readTarget(reading: ProjectReading, folder: string, profile: string | undefined): DbtObject {
  const { options } = reading;
  const path = joinPath(options.profilesFolder ?? folder, "profiles.yml");
  if (path === undefined || !reading.tree.has(path) || profile === undefined) return namedTarget(options.target);
  const context = {
    projectName: "",
    environment: options.environment,
    target: UNKNOWN_TARGET,
    variable: (name: string) => options.vars?.get(name),
  };
  const profiles = mappingOf(renderDeep(context, fromFormat(readProjectYaml(reading, path)), () => true));
  const chosen = profiles.get(profile);
  if (!isMapping(chosen)) return namedTarget(options.target);
  const name = options.target ?? chosen.get("target") ?? "default";
  if (isUnknown(name)) return UNKNOWN_TARGET;
  const output = mappingOf(chosen.get("outputs")).get(textOf(name) ?? "");
  return isMapping(output) ? targetObject(textOf(name) ?? "", profile, output) : namedTarget(options.target);
}

function namedTarget(name: string | undefined): DbtObject {
  if (name === undefined) return UNKNOWN_TARGET;
  return { ...UNKNOWN_TARGET, attribute: (attribute) => (attribute === "name" || attribute === "target_name" ? name : NOT_COMMITTED) };
}

function targetObject(name: string, profile: string, output: DbtMapping): DbtObject {
  const fields: DbtMapping = new Map<string, DbtValue>([...output, ["name", name], ["target_name", name], ["profile_name", profile]]);
  if (!fields.has("schema")) fields.set("schema", fields.get("dataset") ?? "main");
  if (!fields.has("database"))
    fields.set("database", fields.get("dbname") ?? fields.get("project") ?? fields.get("catalog") ?? NOT_COMMITTED);
  const get: DbtObject = {
    kind: "object",
    text: "get",
    truth: true,
    call: ({ positional }) => fields.get(String(positional[0])) ?? positional[1] ?? null,
  };
  return {
    kind: "object",
    text: NOT_COMMITTED,
    truth: true,
    attribute: (attribute) => (attribute === "get" ? get : fields.get(attribute)),
  };
}

/** `duckdb`, `snowflake`; undefined where the profile does not say it literally. */
export function adapterOf(target: DbtObject): string | undefined {
  const type = target.attribute?.("type");
  return typeof type === "string" ? type : undefined;
}
