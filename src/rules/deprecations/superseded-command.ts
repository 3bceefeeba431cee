import { foldersUpward, type ProjectFiles, pathIn } from "../../dagster/version/project-files.ts";
import type { FileEdit, Fix } from "../../diagnostics/diagnostic.ts";
import { isBefore } from "../facts/newest.ts";
import { defineRule } from "../rule.ts";

/** With the release in which the commands say so themselves. */
const SUPERSEDED_FROM = "1.13.0";

interface Superseded {
  readonly command: string;
  readonly instead: string;
  /** The same with what follows it on the line; `undefined` where arguments are given otherwise. */
  rewritten(rest: string): string | undefined;
}

/** Options of `dagster dev` have other names in `dg dev`, or none. */
const alone = (command: string) => (rest: string) => (/^\s*(?:$|[`'"#&|;)\]])/.test(rest) ? command + rest : undefined);

/** Source: the decorator `superseded` in dagster/_cli/, 1.13.27. */
const COMMANDS: readonly Superseded[] = [
  { command: "dagster dev", instead: "dg dev", rewritten: alone("dg dev") },
  { command: "dagster definitions validate", instead: "dg check defs", rewritten: alone("dg check defs") },
  {
    command: "dagster asset materialize",
    instead: "dg launch --assets",
    rewritten: (rest) => (/^ --select[ =]\S+\s*$/.test(rest) ? rest.replace(/^ --select/, "dg launch --assets") : undefined),
  },
  { command: "dagster job execute", instead: "dg launch --job", rewritten: () => undefined },
  {
    command: "dagster project scaffold",
    instead: "create-dagster project",
    rewritten: (rest) => (/^ --name[ =]\S+\s*$/.test(rest) ? rest.replace(/^ --name[ =]/, "create-dagster project ") : undefined),
  },
];

const WRITTEN = new RegExp(
  `(?<![\\w./-])(${COMMANDS.map(({ command }) => command.replaceAll(" ", "[ \\t]+")).join("|")})(?![\\w-])(?=(.*))`,
  "g",
);

/** Where people write how a project is started. */
const NAMES =
  /^(?:README(?:\.\w+)?|CONTRIBUTING(?:\.\w+)?|[Mm]akefile|[Jj]ustfile|Procfile|Dockerfile(?:\..+)?|(?:docker-)?compose[\w.-]*\.ya?ml)$/;
const WORKFLOWS = ".github/workflows";

export const supersededCommand = defineRule({
  name: "superseded-command",
  group: "deprecations",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A README, a Makefile, a container or a workflow calls a `dagster` command that another one supersedes.",
    why: "The command warns of it at every start, and what is new comes to the other one: `dg` of the package `dagster-dg-cli`.",
    example: "orders:\n\tdagster definitions validate\n",
    instead: "orders:\n\tdg check defs\n",
    source: "dagster/_cli/, 1.13.27",
    setting: {
      path: "Makefile",
      files: {
        "pyproject.toml": '[tool.dagster]\nmodule_name = "shop"\n',
        "shop.py": "import dagster as dg\n\n\n@dg.asset\ndef orders(): ...\n\n\ndefs = dg.Definitions(assets=[orders])\n",
      },
    },
  },
  checkProject({ analysis, files, report }) {
    const current = analysis.locations.filter((location) => !isBefore(SUPERSEDED_FROM, location));
    const folders = new Set(current.flatMap(({ entry }) => foldersUpward(entry.workingDirectory)));
    for (const path of [...folders].flatMap((folder) => filesIn(folder, files))) {
      const text = files.text(path) ?? "";
      for (const { 1: written = "", 2: rest = "", index } of text.matchAll(WRITTEN)) {
        const found = COMMANDS.find(({ command }) => command === written.replaceAll(/[ \t]+/g, " "));
        if (!found) continue;
        const fix = commandFix(
          { path, start: index, end: index + written.length + rest.length, text: found.rewritten(rest) },
          found.instead,
        );
        report({
          message: `\`${found.command}\` is superseded`,
          why: "It warns of that at every start. `dg` is a command of the package `dagster-dg-cli`.",
          help: `Write \`${found.instead}\`.`,
          location: { path, start: index, end: index + written.length },
          ...(fix && { fix }),
        });
      }
    }
  },
});

function filesIn(folder: string, { tree }: ProjectFiles): readonly string[] {
  const own = tree.list(folder).filter((name) => NAMES.test(name));
  const workflows = folder === "" ? tree.list(WORKFLOWS).filter((name) => /\.ya?ml$/.test(name)) : [];
  return [...own.map((name) => pathIn(folder, name)), ...workflows.map((name) => pathIn(WORKFLOWS, name))];
}

/** Never safe: the package of the other command may not be installed. */
function commandFix({ text, ...place }: Omit<FileEdit, "text"> & { readonly text: string | undefined }, instead: string): Fix | undefined {
  return text === undefined ? undefined : { title: `Write \`${instead}\``, applicability: "unsafe", edits: [{ ...place, text }] };
}
