/**
 * The commands and their options, as commander sees them. What a command does is imported when it runs, so that `--version` and `--help`
 * cost nothing.
 */
import { Command } from "commander";
import { packageVersion } from "../../adapters/files/package-files.ts";
import { formatOption, runs, type Settle, withEntries, withShared } from "./command-options.ts";
import type { DiffOptions } from "./commands/diff.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { GraphOptions } from "./commands/graph.ts";
import type { ReviewOptions } from "./commands/review.ts";
import type { RulesOptions } from "./commands/rules.ts";
import { declareCheck } from "./declare-check.ts";
import { declareEdit } from "./declare-edit.ts";
import type { CliIo } from "./io.ts";
import { DIFF_FORMATS, GRAPH_FORMATS, LIST_FORMATS, REVIEW_FORMATS } from "./options.ts";

export function createProgram(io: CliIo, settle: Settle): Command {
  const program = new Command("dagsight")
    .description("Reads Dagster projects without running them, and reviews what changes them.")
    .version(packageVersion(), "-V, --version")
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, getOutHelpWidth: () => io.columns ?? 100, getOutHasColors: () => false })
    .showSuggestionAfterError()
    .showHelpAfterError("(`dagsight --help` lists the commands, `dagsight COMMAND --help` their options)")
    .enablePositionalOptions()
    .addHelpText("after", EXIT_CODES);
  declareReview(program, io, settle);
  declareCheck(program, io, settle);
  declareGraph(program, io, settle);
  declareDiff(program, io, settle);
  declareEdit(program, { io, settle, withShared: (command) => withShared(withEntries(command)) });
  declareRules(program, io, settle);
  return program;
}

const EXIT_CODES = `
Exit codes: 0 clean, 1 findings, 2 usage or configuration error, 3 a defect of Dagsight or an unreachable service.

Examples:
  $ dagsight review                      the working tree against the default branch
  $ dagsight graph --format json .       the asset graph of the project in this folder
  $ dagsight check                       what Dagster would refuse, and what it would not notice`;

function declareReview(program: Command, io: CliIo, settle: Settle): void {
  const command = program
    .command("review")
    .description("Review a change of a local git repository: what it does to the graph, what it breaks, what is downstream.")
    .option("--repo <path>", "the repository, or a folder in it", ".")
    .option("--base <ref>", "what to compare with (default: where the head left the default branch)")
    .option("--head <ref>", "what to review (default: the working tree, with what is not committed)")
    .addOption(formatOption(REVIEW_FORMATS))
    .addHelpText(
      "after",
      `
Examples:
  $ dagsight review
  $ dagsight review --base origin/main --head feature --format markdown
  $ dagsight review --repo ../shop --base v1.2 --output review.md`,
    );
  runs<ReviewOptions>(withShared(withEntries(command)), settle, async (options) => {
    const { runReview } = await import("./commands/review.ts");
    return runReview(options, io);
  });
}

function declareDiff(program: Command, io: CliIo, settle: Settle): void {
  const command = program
    .command("diff")
    .description("Show what changed between two refs, or between two folders. No findings, and no merge base: exactly these two.")
    .argument("<base>", "a ref, or a folder")
    .argument("<head>", "a ref, or a folder")
    .option("--repo <path>", "the repository that the refs are of", ".")
    .addOption(formatOption(DIFF_FORMATS))
    .addHelpText(
      "after",
      `
Examples:
  $ dagsight diff v1.2 v1.3
  $ dagsight diff ../before ../after --format json`,
    );
  runs<DiffOptions>(withShared(withEntries(command)), settle, async (options, [base = "", head = ""]) => {
    const { runDiff } = await import("./commands/diff.ts");
    return runDiff({ base, head }, options, io);
  });
}

function declareGraph(program: Command, io: CliIo, settle: Settle): void {
  const command = program
    .command("graph")
    .description("Print the asset graph that Dagster would load: as a picture, or as the graph document.")
    .argument("[path]", "a folder, in which code locations are looked for, or a Python file, which then is the entry", ".")
    .option("--select <selection>", "only these assets, in Dagster's selection syntax: 'group:sales and +key:orders'")
    .option("--explain <name>", "how an asset key, a check (asset:check), a job, … came to be, or one field of it (name.field)")
    .addOption(formatOption(GRAPH_FORMATS))
    .addHelpText(
      "after",
      `
Examples:
  $ dagsight graph
  $ dagsight graph services/shop --format json --output graph.json
  $ dagsight graph -m shop.definitions --env REGION=eu
  $ dagsight graph defs.py --select '+daily_revenue'
  $ dagsight graph --explain raw/orders
  $ dagsight graph --explain raw/orders.group --format json`,
    );
  runs<GraphOptions>(withShared(withEntries(command)), settle, async (options, [path = "."]) => {
    const { runGraph } = await import("./commands/graph.ts");
    return runGraph(path, options, io);
  });
}

function declareRules(program: Command, io: CliIo, settle: Settle): void {
  const rules = program.command("rules").description("List the rules.").addOption(formatOption(LIST_FORMATS));
  runs<RulesOptions>(withShared(rules), settle, async (options) => {
    const { runRules } = await import("./commands/rules.ts");
    return runRules(options, io);
  });
  const explain = program
    .command("explain")
    .description("Explain a rule: what it finds, why that matters, an example.")
    .argument("<rule>", "its name: asset-cycle");
  runs<ExplainOptions>(withShared(explain), settle, async (options, [rule = ""]) => {
    const { runExplain } = await import("./commands/explain.ts");
    return runExplain(rule, options, io);
  });
}
