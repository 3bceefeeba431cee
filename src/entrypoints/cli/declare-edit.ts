/** `dagsight edit OP …` as commander sees it: one subcommand an operation, from one table. */
import { type Command, Option } from "commander";
import type { EditRequest } from "../../edit/edit-request.ts";
import { FIELDS, type Field } from "../../edit/fields/fields.ts";
import type { EditOptions } from "./commands/edit.ts";
import { type CliIo, type ExitCode, UsageError } from "./io.ts";
import { LIST_FORMATS } from "./options.ts";

interface EditOperation {
  readonly name: string;
  readonly description: string;
  /** What stands before PATH. */
  readonly args: readonly string[];
  readonly options?: readonly { readonly flags: string; readonly description: string }[];
  request(args: readonly string[], options: OperationOptions): EditRequest;
}

/** What options of single operations come as. */
interface OperationOptions {
  readonly with?: readonly string[];
  readonly key?: string;
}

const OPERATIONS: readonly EditOperation[] = [
  {
    name: "rename-asset",
    description: "Rename an asset everywhere: definition, consumers and their parameters, selections, checks, tests.",
    args: ["old", "new"],
    request: ([asset = "", to = ""]) => ({ kind: "rename-asset", asset, to }),
  },
  ...(["job", "schedule", "sensor", "check", "group", "resource"] as const).map(
    (what): EditOperation => ({
      name: `rename-${what}`,
      description: `Rename a ${what} everywhere.${what === "check" ? " (OLD is ASSET:NAME, NEW the name alone.)" : ""}`,
      args: ["old", "new"],
      request: ([name = "", to = ""]) => ({ kind: "rename-definition", what, name, to }),
    }),
  ),
  {
    name: "set",
    description: `Set a field of an asset: ${FIELDS.join(", ")}.`,
    args: ["asset", "field", "value"],
    request: ([asset = "", field = "", value = ""]) => ({ kind: "set", asset, field: fieldOf(field), value }),
  },
  {
    name: "unset",
    description: "Take a field of an asset away.",
    args: ["asset", "field"],
    request: ([asset = "", field = ""]) => ({ kind: "set", asset, field: fieldOf(field) }),
  },
  {
    name: "add-dep",
    description: "Let an asset depend on another one: as a parameter or in deps, as the asset does already.",
    args: ["asset", "upstream"],
    request: ([asset = "", upstream = ""]) => ({ kind: "add-dep", asset, upstream }),
  },
  {
    name: "remove-dep",
    description: "Take a dependency away.",
    args: ["asset", "upstream"],
    request: ([asset = "", upstream = ""]) => ({ kind: "remove-dep", asset, upstream }),
  },
  {
    name: "add-asset",
    description: "Add an asset to a module (dotted, or a path ending in .py).",
    args: ["asset", "module"],
    request: ([asset = "", module = ""]) => ({ kind: "add-definition", module, definition: { what: "asset", key: asset.split("/") } }),
  },
  {
    name: "remove-asset",
    description: "Remove an asset with what names it.",
    args: ["asset"],
    request: ([asset = ""]) => ({ kind: "remove-asset", asset }),
  },
  {
    name: "move-asset",
    description: "Move an asset to another module; imports follow. (To another group: set ASSET group NAME.)",
    args: ["asset", "module"],
    request: ([asset = "", module = ""]) => ({ kind: "move-asset", asset, module }),
  },
  {
    name: "add-job",
    description: "Add a job of a selection to a module.",
    args: ["name", "selection", "module"],
    request: ([name = "", selection = "", module = ""]) => ({
      kind: "add-definition",
      module,
      definition: { what: "job", name, selection },
    }),
  },
  {
    name: "add-schedule",
    description: "Add a schedule of a job to a module.",
    args: ["name", "cron", "job", "module"],
    request: ([name = "", cron = "", job = "", module = ""]) => ({
      kind: "add-definition",
      module,
      definition: { what: "schedule", name, cron, job },
    }),
  },
  {
    name: "add-sensor",
    description: "Add a sensor of a job to a module.",
    args: ["name", "job", "module"],
    request: ([name = "", job = "", module = ""]) => ({ kind: "add-definition", module, definition: { what: "sensor", name, job } }),
  },
  {
    name: "add-check",
    description: "Add a check on an asset to a module.",
    args: ["name", "asset", "module"],
    request: ([name = "", asset = "", module = ""]) => ({
      kind: "add-definition",
      module,
      definition: { what: "check", name, asset: asset.split("/") },
    }),
  },
  {
    name: "add-resource",
    description: "Add a resource: its key, and its class (shop.resources:DatabaseResource), which is made where the module has none.",
    args: ["key", "class"],
    options: [{ flags: "--with <field=value>", description: "give the class a value, or env:NAME; may be repeated" }],
    request: ([key = "", cls = ""], { with: values = [] }) => {
      const [module = "", name = ""] = cls.split(":");
      return { kind: "add-definition", module, definition: { what: "resource", key, name, values: values.map(fieldAndValue) } };
    },
  },
  ...(["job", "schedule", "sensor", "check", "resource"] as const).map(
    (what): EditOperation => ({
      name: `remove-${what}`,
      description: `Remove a ${what} with what names it.${what === "check" ? " (ASSET:NAME)" : ""}`,
      args: ["name"],
      request: ([name = ""]) => ({ kind: "remove-definition", what, name }),
    }),
  ),
  {
    name: "add-to-definitions",
    description: "Let the code location load an object of a module: shop.jobs:daily.",
    args: ["object"],
    options: [{ flags: "--key <key>", description: "the object is a resource of this key" }],
    request: ([object = ""], { key }) => ({ kind: "add-to-definitions", object, ...(key !== undefined && { key }) }),
  },
  {
    name: "take-from-definitions",
    description: "Let the code location no longer load it; its definition stays.",
    args: ["object"],
    options: [{ flags: "--key <key>", description: "the object is a resource of this key" }],
    request: ([object = ""], { key }) => ({ kind: "take-from-definitions", object, ...(key !== undefined && { key }) }),
  },
];

function fieldAndValue(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (!/^[A-Za-z_]\w*=/.test(text)) throw new UsageError(`\`${text}\` is not FIELD=VALUE.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

export interface Declaring {
  readonly io: CliIo;
  settle(code: ExitCode): void;
  /** Adds the options that all commands have. */
  withShared(command: Command): Command;
}

export function declareEdit(program: Command, { io, settle, withShared }: Declaring): void {
  const edit = program
    .command("edit")
    .description("Change the graph, and the Python follows: only what is meant changes, by a byte.")
    .addHelpText("after", EXAMPLES);
  for (const { name, description, args, options = [], request } of OPERATIONS) {
    const command = edit.command(name).description(description);
    for (const arg of args) command.argument(`<${arg}>`);
    command
      .argument("[path]", "a folder, in which code locations are looked for, or a Python file", ".")
      .option("--diff", "print the patch and write nothing (`git apply` takes it)")
      .option("--check", "only say whether it can be done (exit code 1: it cannot)")
      .addOption(
        new Option("--format <format>", "`json` prints the changes, or why there are none, as data").choices(LIST_FORMATS).default("text"),
      );
    for (const { flags, description: about } of options)
      if (flags.startsWith("--with")) command.option(flags, about, (value, previous: string[] = []) => [...previous, value]);
      else command.option(flags, about);
    withShared(command)
      .allowExcessArguments(false)
      .action(async () => {
        const { runEdit } = await import("./commands/edit.ts");
        const path = command.args[args.length] ?? ".";
        settle(await runEdit(request(command.args, command.opts()), path, command.opts() as EditOptions, io));
      });
  }
}

function fieldOf(name: string): Field {
  const field = FIELDS.find((each) => each === name);
  if (field === undefined) throw new UsageError(`There is no field \`${name}\`: ${FIELDS.join(", ")}.`);
  return field;
}

const EXAMPLES = `
ASSET is a key (raw/orders), MODULE is dotted or a path (shop.assets.raw, shop/assets/raw.py), OBJECT is MODULE:NAME.
Each operation says more with \`dagsight edit OPERATION --help\`.
Exit codes: 0 done or nothing to do, 1 refused, 2 usage or configuration error, 3 a defect of Dagsight.

Examples:
  $ dagsight edit rename-asset raw/orders raw/purchases
  $ dagsight edit rename-asset orders purchases services/shop --diff
  $ dagsight edit add-dep daily_revenue customers
  $ dagsight edit set raw/orders owners team:data,eva@example.com
  $ dagsight edit set orders partitions daily:2024-01-01`;
