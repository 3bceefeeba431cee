/**
 * Code locations that only a command names: `dagster dev -f shop.py`, `dagster api grpc -m shop.definitions` in a Dockerfile, a compose file, a Makefile, a
 * Procfile or a shell script. Paths in a container are not those of the repository: a file is looked for by the end of its path. What is not found is no entry.
 */
import { folderOf } from "../../../base/repository-path.ts";
import type { EntryPoint } from "../../analysis.ts";
import { joinPath, type ProjectFiles } from "../../version/project-files.ts";
import { moduleFile } from "./module-file.ts";

const COMMAND_FILE =
  /^(?:Dockerfile(?:[._-].+)?|.+\.Dockerfile|(?:docker-)?compose(?:[.-].+)?\.ya?ml|Makefile|makefile|Procfile|justfile|Justfile|Taskfile\.ya?ml|.+\.sh)$/;

/** True for a file that may hold commands. */
export function mayHoldCommands(name: string): boolean {
  return COMMAND_FILE.test(name);
}

const FLAGS: Readonly<Record<string, "module" | "file" | "attribute" | "folder">> = {
  "-m": "module",
  "--module-name": "module",
  "--package-name": "module",
  "-f": "file",
  "--python-file": "file",
  "-a": "attribute",
  "--attribute": "attribute",
  "-d": "folder",
  "--working-directory": "folder",
};

const MAX_COMMANDS = 50;

/** The entries that the commands of one file name, in their order. */
export function commandEntries(files: ProjectFiles, path: string): readonly EntryPoint[] {
  const text = files.text(path) ?? "";
  if (!text.includes("dagster")) return [];
  const folder = folderOf(path);
  return commandsOf(text)
    .slice(0, MAX_COMMANDS)
    .flatMap((words) => entriesOfCommand(words, { files, folder, declaredIn: path }));
}

/** The words after `dagster dev`, `dagster api grpc`, …, of shell commands and of lists in JSON or YAML alike. */
function commandsOf(text: string): readonly (readonly string[])[] {
  const flat = text
    .replace(/^\s*#.*$/gm, "")
    .replace(/\\\r?\n/g, " ")
    .replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, " "))
    // `["dagster", "api"]`, and a YAML list of one word a line, are words like others.
    .replace(/[[\]",']/g, " ")
    .replace(/\n\s*-[ \t]+(?=\S)/g, " ");
  const pattern =
    /(?:^|[\s;&|])dagster(?:-webserver|-daemon|\s+dev|\s+api\s+grpc|\s+code-server\s+start|\s+job\s+\w+|\s+asset\s+\w+)\b([^\n;&|]*)/g;
  return [...flat.matchAll(pattern)].map(([, rest = ""]) => rest.trim().split(/\s+/));
}

interface CommandContext {
  readonly files: ProjectFiles;
  readonly folder: string;
  readonly declaredIn: string;
}

function entriesOfCommand(words: readonly string[], { files, folder, declaredIn }: CommandContext): readonly EntryPoint[] {
  const given = { module: [] as string[], file: [] as string[], attribute: [] as string[], folder: [] as string[] };
  for (const [index, word] of words.entries()) {
    const [flag = "", inline] = word.split("=", 2);
    const kind = Object.hasOwn(FLAGS, flag) ? FLAGS[flag] : undefined;
    const value = inline ?? words[index + 1];
    if (kind && value !== undefined && !value.startsWith("-") && !value.includes("$")) given[kind].push(value);
  }
  const [attribute] = given.attribute;
  const shared = { declaredIn, ...(attribute !== undefined && given.module.length + given.file.length === 1 && { attribute }) };
  const roots = [given.folder[0], "."].flatMap((root) =>
    root === undefined || root.startsWith("/") ? [] : [joinPath(folder, root) ?? folder],
  );
  return [
    ...given.module.flatMap((target): readonly EntryPoint[] => {
      const root = roots.find(
        (candidate) => moduleFile(files.tree, [candidate, `${candidate === "" ? "" : `${candidate}/`}src`], target) !== undefined,
      );
      return root === undefined ? [] : [{ kind: "module", target, workingDirectory: root, ...shared }];
    }),
    ...given.file.flatMap((written): readonly EntryPoint[] => {
      const found = fileOf(written, roots, files);
      return found === undefined ? [] : [{ kind: "file", ...found, ...shared }];
    }),
  ];
}

/** By the end of its path, nearest to the command first: `/opt/dagster/app/shop/repo.py` is `shop/repo.py`. */
function fileOf(
  written: string,
  roots: readonly string[],
  { tree }: ProjectFiles,
): Pick<EntryPoint, "target" | "workingDirectory"> | undefined {
  const parts = written.split("/").filter((part) => part !== "" && part !== ".");
  for (const root of roots) {
    for (let from = 0; from < parts.length; from += 1) {
      const target = parts.slice(from).join("/");
      const path = joinPath(root, target);
      if (path?.endsWith(".py") && tree.has(path)) return { target, workingDirectory: root };
      if (!written.startsWith("/")) break;
    }
  }
  return undefined;
}
