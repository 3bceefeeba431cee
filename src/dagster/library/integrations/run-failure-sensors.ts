/** Sensors that packages of messengers build: `make_slack_on_run_failure_sensor(…)` is a `@run_failure_sensor` with a name of its own. */
import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { str, symbol } from "../../../python/make-value.ts";
import type { Models } from "../models.ts";
import { keywords, packageFunction, positional } from "./package-objects.ts";

const PASSED = ["name", "minimum_interval_seconds", "monitored_jobs", "monitor_all_code_locations", "default_status"];

/** Older spellings that the builders still take. */
const RENAMED: Readonly<Record<string, string>> = {
  job_selection: "monitored_jobs",
  monitor_all_repositories: "monitor_all_code_locations",
};

function onRunFailure(defaultName: string): SymbolModel {
  return (context: CallContext) => {
    const { args, at, interpreter } = context;
    if (args.gap) return args.gap;
    const given = [...args.keywords].map(([name, argument]) => [RENAMED[name] ?? name, argument.value] as const);
    const passed = given.filter(([name, value]) => PASSED.includes(name) && value.kind !== "none");
    const decorator = interpreter.call(
      symbol("dagster.run_failure_sensor"),
      keywords({ name: str(defaultName), ...Object.fromEntries(passed) }, at),
      at,
    );
    return interpreter.call(decorator, positional(packageFunction(defaultName), at), at);
  };
}

export const runFailureSensorModels: Models = {
  symbols: {
    "dagster_slack.make_slack_on_run_failure_sensor": onRunFailure("slack_on_run_failure"),
    "dagster_msteams.make_teams_on_run_failure_sensor": onRunFailure("teams_on_run_failure"),
  },
};
