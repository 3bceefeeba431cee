/** The variables of a Dockerfile: what `ARG` and `ENV` declare, and what a text is with them put in. Compose files substitute alike. */
import type { DockerfileInstruction } from "./dockerfile.ts";

/** Notes what `ARG X=1`, `ENV X=1 Y=2` or `ENV X 1` says. `given` are the build's arguments, `globals` those before the first stage. */
export function declareVariables(
  { keyword, words }: DockerfileInstruction,
  variables: Map<string, string>,
  given?: ReadonlyMap<string, string>,
  globals?: ReadonlyMap<string, string>,
): void {
  const [first = "", ...rest] = words;
  const pairs = keyword === "ENV" && !first.includes("=") ? [`${first}=${rest.join(" ")}`] : words;
  for (const pair of pairs) {
    const [name = "", value] = splitPair(pair);
    const argument = keyword === "ARG" ? given?.get(name) : undefined;
    const text = argument ?? (value === undefined ? globals?.get(name) : substitute(value, variables));
    if (text !== undefined) variables.set(name, text);
    else if (keyword === "ENV") variables.delete(name);
  }
}

function splitPair(pair: string): readonly [string, string?] {
  const at = pair.indexOf("=");
  return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** Puts variables in: `$X`, `${X}`, `${X:-default}`; `undefined` when one is not known. */
export function substitute(text: string, variables: ReadonlyMap<string, string>): string | undefined {
  let isKnown = true;
  const result = text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (_, name?: string, fallback?: string, bare?: string) => {
    const value = variables.get(name ?? bare ?? "") ?? fallback;
    if (value === undefined) isKnown = false;
    return value ?? "";
  });
  return isKnown ? result : undefined;
}
