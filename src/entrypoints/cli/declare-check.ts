/** `dagsight check` and `dagsight baseline` as commander sees them. */
import { type Command, Option } from "commander";
import { collectNames, formatOption, runs, type Settle, withEntries, withShared } from "./command-options.ts";
import type { BaselineCommandOptions } from "./commands/baseline.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { CliIo } from "./io.ts";
import { CHECK_FORMATS } from "./options.ts";
import { SEVERITIES } from "./output/findings-exit.ts";

export function declareCheck(program: Command, io: CliIo, settle: Settle): void {
  const command = program
    .command("check")
    .description("Validate a project: what Dagster would refuse to load, and what it would not notice.")
    .argument("[path...]", "folders or Python files", ["."])
    .option("--select <rules>", "only these rules or groups: names with commas, or several times", collectNames, [])
    .option("--ignore <rules>", "not these rules or groups: names with commas, or several times", collectNames, [])
    .option("--fix", "mend what can be mended safely, then report what remains")
    .option("--unsafe-fixes", "with --fix or --diff: also fixes that may change what the code does")
    .option("--diff", "change nothing: print what --fix would do as a patch, and exit with 1 when there is something")
    .addOption(
      new Option(
        "--severity <level>",
        'list only findings of this severity and above (default: "warning" in text to read, "info" elsewhere)',
      ).choices(SEVERITIES),
    )
    .addOption(
      new Option("--fail-on <level>", "the least severity that makes the exit code 1").choices([...SEVERITIES, "never"]).default("warning"),
    )
    .option("--exit-zero", "exit with 0 whatever is found")
    .option("--baseline <file>", "findings that are accepted (default: the configuration's, .dagsight/baseline.json)")
    .option("--no-baseline", "report accepted findings as well")
    .option("--statistics", "count findings by rule instead of listing them")
    .option("-w, --watch", "check again whenever a file changes, until Ctrl-C")
    .addOption(formatOption(CHECK_FORMATS))
    .addHelpText(
      "after",
      `
Examples:
  $ dagsight check
  $ dagsight check services/shop --format json
  $ dagsight check --select graph --ignore asset-cycle
  $ dagsight check --fix
  $ dagsight check --diff --unsafe-fixes | git apply
  $ dagsight check --format sarif --output dagsight.sarif --exit-zero`,
    );
  runs<CheckOptions>(withShared(withEntries(command)), settle, async (options, paths) => {
    const { runCheck } = await import("./commands/check.ts");
    return runCheck(paths, options, io);
  });
  declareBaseline(program, io, settle);
}

function declareBaseline(program: Command, io: CliIo, settle: Settle): void {
  const command = program
    .command("baseline")
    .description("Accept the present findings, so that from now on only new ones count.")
    .argument("[path]", "a folder or a Python file; accepted findings of other folders stay", ".")
    .option("--prune", "accept nothing new: only take out what is gone")
    .option("--baseline <file>", "the file to write (default: the configuration's, .dagsight/baseline.json)")
    .addHelpText(
      "after",
      `
Examples:
  $ dagsight baseline
  $ dagsight baseline --prune`,
    );
  runs<BaselineCommandOptions>(withShared(withEntries(command)), settle, async (options, [path = "."]) => {
    const { runBaseline } = await import("./commands/baseline.ts");
    return runBaseline(path, options, io);
  });
}
