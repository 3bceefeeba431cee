/**
 * Dockerfiles as a list of instructions with their words. It knows the surface only: continuations, comments, here-documents, the JSON form;
 * what an instruction does to a file system is `dagster/loading/containers`' to say. Variables are left as they are written.
 */

export interface DockerfileInstruction {
  /** In upper case: `COPY`. */
  readonly keyword: string;
  /** `--from=build` as `from` → `build`; one without a value is `""`. */
  readonly flags: ReadonlyMap<string, string>;
  /** What follows the flags, without quotes. */
  readonly words: readonly string[];
}

/** Never throws; what is no instruction is left out. */
export function parseDockerfile(text: string): readonly DockerfileInstruction[] {
  const instructions: DockerfileInstruction[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; at++) {
    if (isSkipped(lines[at] ?? "")) continue;
    const parts = [lines[at] ?? ""];
    while (parts.at(-1)?.trimEnd().endsWith("\\") && at + 1 < lines.length) {
      at += 1;
      if (isSkipped(lines[at] ?? "")) continue;
      parts.push(`${parts.pop()?.trimEnd().slice(0, -1) ?? ""} `, lines[at] ?? "");
    }
    const line = parts.join("");
    for (const [, end] of line.matchAll(/<<-?["']?(\w+)["']?/g)) {
      const close = lines.findIndex((later, index) => index > at && later.trim() === end);
      if (close > 0) at = close;
    }
    const instruction = instructionOf(line);
    if (instruction) instructions.push(instruction);
  }
  return instructions;
}

/** Comments and empty lines, which a continued instruction goes on after. */
function isSkipped(line: string): boolean {
  return /^\s*(#|$)/.test(line);
}

function instructionOf(line: string): DockerfileInstruction | undefined {
  const [, keyword = "", rest = ""] = /^\s*([A-Za-z]+)\s+(.*?)\s*$/.exec(line) ?? [];
  if (keyword === "") return undefined;
  const flags = new Map<string, string>();
  let body = rest;
  for (let flag = FLAG.exec(body); flag; flag = FLAG.exec(body)) {
    flags.set(flag[1] ?? "", flag[2] ?? "");
    body = body.slice(flag[0].length);
  }
  return { keyword: keyword.toUpperCase(), flags, words: jsonWords(body) ?? shellWords(body) };
}

const FLAG = /^--([a-z-]+)(?:=(\S+))?\s+/;

function jsonWords(body: string): readonly string[] | undefined {
  if (!body.startsWith("[")) return undefined;
  try {
    const words: unknown = JSON.parse(body);
    return Array.isArray(words) && words.every((word) => typeof word === "string") ? words : undefined;
  } catch {
    return undefined;
  }
}

function shellWords(body: string): readonly string[] {
  return [...body.matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g)].map(([word]) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g, (_, double?: string, single?: string, escaped?: string) =>
      double === undefined ? (single ?? escaped ?? "") : double.replace(/\\(["\\$])/g, "$1"),
    ),
  );
}
