/**
 * What a Dockerfile installs with pip, uv or conda, as the words of its commands: `dagster==1.9.3`. Arguments and variables of the file are filled in
 * with their defaults; what the build gives them otherwise is not known. Paths and options come out as they stand: they are no requirements.
 */
import { parseDockerfile } from "../../formats/dockerfile.ts";
import { declareVariables, substitute } from "../../formats/dockerfile-variables.ts";

export function installedPackages(dockerfile: string): readonly string[] {
  const variables = new Map<string, string>();
  const found: string[] = [];
  for (const instruction of parseDockerfile(dockerfile)) {
    if (instruction.keyword === "ARG" || instruction.keyword === "ENV") declareVariables(instruction, variables);
    if (instruction.keyword !== "RUN") continue;
    const commands = instruction.words.join(" ").split(/&&|\|\||;/);
    found.push(...commands.flatMap((command) => packagesOf(command, variables)));
  }
  return found;
}

const INSTALL = /\b(?:pip[\d.]*|uv|conda|mamba|poetry|pdm)\s(?:[^\n]*?\s)?(?:install|add)\s(.*)$/;

function packagesOf(command: string, variables: ReadonlyMap<string, string>): readonly string[] {
  const [, rest = ""] = INSTALL.exec(command) ?? [];
  const words = rest.split(/\s+/).filter((word) => word !== "");
  return words.map((word) => substitute(word, variables) ?? word);
}
