/** "Did you mean": which name that exists was probably meant. */
import { editDistance } from "../../../base/edit-distance.ts";

/** The candidate that `word` is a misspelling of: a letter in four may differ, one at least. Names that differ in digits only are two names. */
export function misspelt(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const longer = Math.max(word.length, candidate.length);
    const allowed = Math.max(1, Math.floor(longer / 4));
    const isFar = longer < 4 || longer > 200 || Math.abs(word.length - candidate.length) > allowed;
    if (isFar || withoutDigits(candidate) === withoutDigits(word)) continue;
    const distance = editDistance(word, candidate);
    if (distance <= allowed && distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The same for keys: each part by itself, so that a long prefix does not make two names alike. */
export function misspeltPath(path: readonly string[], candidates: Iterable<readonly string[]>): readonly string[] | undefined {
  for (const candidate of candidates) {
    if (candidate.length !== path.length) continue;
    const pairs = path.flatMap((part, index) => (part === candidate[index] ? [] : [[part, candidate[index] ?? ""] as const]));
    if (pairs.length > 0 && pairs.every(([part, other]) => misspelt(part, [other]) !== undefined)) return candidate;
  }
  return undefined;
}

function withoutDigits(text: string): string {
  return text.replaceAll(/\d+/g, "0");
}

/** "Did you mean `x`?", or the other advice. */
export function didYouMean(candidate: string | undefined, otherwise: string): string {
  return candidate === undefined ? otherwise : `Did you mean \`${candidate}\`?`;
}
