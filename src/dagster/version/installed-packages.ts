/**
 * What a Dockerfile installs with pip, uv or conda, as the words of its commands: `dagster==1.9.3`. Arguments and variables of the file are filled in
 * with their defaults; what the build gives them otherwise is not known. Paths and options come out as they stand: they are no requirements.
 */
export function installedPackages(dockerfile: string): readonly string[] {
  const variables = new Map<string, string>();
  const words: string[] = [];
  for (const line of dockerfile.replaceAll(/\\[ \t]*\r?\n/g, " ").split(/\r?\n/)) {
    const [, name, value = ""] = /^\s*(?:ARG|ENV)\s+(\w+)[=\s]\s*(\S+)/i.exec(line) ?? [];
    if (name !== undefined) variables.set(name, unquoted(value));
    if (/^\s*RUN\s/i.test(line)) words.push(...line.split(/&&|\|\||;/).flatMap((command) => packagesOf(command, variables)));
  }
  return words;
}

const INSTALL = /\b(?:pip[\d.]*|uv|conda|mamba|poetry|pdm)\s(?:[^\n]*?\s)?(?:install|add)\s(.*)$/;

function packagesOf(command: string, variables: ReadonlyMap<string, string>): readonly string[] {
  const [, rest = ""] = INSTALL.exec(command) ?? [];
  return rest
    .split(/\s+/)
    .map((word) => unquoted(word).replaceAll(/\$\{?(\w+)\}?/g, (written, name: string) => variables.get(name) ?? written))
    .filter((word) => word !== "");
}

function unquoted(word: string): string {
  return word.replaceAll(/^["']|["']$/g, "");
}
