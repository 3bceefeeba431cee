// Writes docs/cli.md from the commands as commander knows them. `--check` writes nothing and fails when the page is not what it would be.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createProgram } from "../src/entrypoints/cli/program.ts";

const target = fileURLToPath(new URL("../docs/cli.md", import.meta.url));
let printed = "";
const io = { cwd: "/", env: {}, interactive: false, columns: 100, stdout: (text) => (printed += text), stderr: () => {} };
const program = createProgram(io, () => {});
/** On every command: told once, at the top. */
const SHARED = ["output", "quiet", "verbose", "color"];
const ENTRIES = ["moduleName", "pythonFile", "autoloadDefsModuleName", "workingDirectory", "attribute", "env"];

function page() {
  const check = program.commands.find((command) => command.name() === "check");
  const commands = program.commands.flatMap((command) => (command.commands.length > 0 ? [command, ...command.commands] : [command]));
  return `# Command line

<!-- Written by scripts/generate-cli-page.mjs from the commands themselves: change them, not this page. -->

${program.description()} \`dagsight COMMAND --help\` says the same as this page.

${afterText(program)}

${list(commands)}

## Options of every command

${table(check.options.filter((option) => SHARED.includes(option.attributeName())))}

## Options that name an entry

As Dagster's own commands have them. Without one, code locations are discovered.

${table(check.options.filter((option) => ENTRIES.includes(option.attributeName())))}

${commands.map(section).join("\n")}`;
}

function list(commands) {
  return `| Command | |\n| --- | --- |\n${commands.map((command) => `| [\`${title(command)}\`](#${anchor(command)}) | ${cell(command.description())} |`).join("\n")}`;
}

function section(command) {
  const own = command.options.filter((option) => ![...SHARED, ...ENTRIES].includes(option.attributeName()) && !option.hidden);
  const after = afterText(command);
  const parts = [
    `## ${title(command)}`,
    command.description(),
    `\`\`\`\n${title(command)} ${command.usage()}\n\`\`\``,
    command.registeredArguments.some(({ description }) => description) && argumentsTable(command),
    own.length > 0 && table(own),
    command.options.some((option) => ENTRIES.includes(option.attributeName())) &&
      "Also the [options that name an entry](#options-that-name-an-entry).",
    after,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function argumentsTable({ registeredArguments }) {
  const rows = registeredArguments.map(
    ({ _name, description, defaultValue }) => `| \`${_name}\` | ${cell(description)}${shown(defaultValue)} |`,
  );
  return `| Argument | |\n| --- | --- |\n${rows.join("\n")}`;
}

function table(options) {
  const rows = options.map(({ flags, description, argChoices, defaultValue }) => {
    const choices = argChoices ? `: ${argChoices.map((choice) => `\`${choice}\``).join(", ")}` : "";
    return `| \`${flags.replaceAll("|", "\\|")}\` | ${cell(description)}${choices}${shown(defaultValue)} |`;
  });
  return `| Option | |\n| --- | --- |\n${rows.join("\n")}`;
}

/** Only what says something. */
function shown(value) {
  const text = [value].flat().join(" ");
  return value === undefined ||
    typeof value === "boolean" ||
    (typeof value === "object" && text.trim() === "") ||
    text === "[object Object]"
    ? ""
    : ` (default: \`${text}\`)`;
}

/** What a command says below its options: examples and exit codes. */
function afterText(command) {
  const help = command.helpInformation();
  printed = "";
  command.outputHelp();
  return printed
    .replace(help, "")
    .trim()
    .replace(/^Examples:\n((?: {2}\$ .*\n?)+)/m, (_, lines) => `\`\`\`\n${lines.replace(/^ {2}/gm, "").trimEnd()}\n\`\`\``);
}

function title(command) {
  const names = [];
  for (let one = command; one; one = one.parent) names.unshift(one.name());
  return names.join(" ");
}

function anchor(command) {
  return title(command).replaceAll(" ", "-");
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

const text = page();
if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
  console.log("docs/cli.md written");
} else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  console.error("docs/cli.md is stale: node scripts/generate-cli-page.mjs");
  process.exit(1);
}
