/** "Did you mean": which name that exists was probably meant. */
import { editDistance } from "../../../base/edit-distance.ts";

/** The candidate that `word` is a misspelling of: a letter in four may differ, one at least. Names that differ in digits only are two names. */
export function misspelt(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  const letters = lettersOf(word);
  for (const candidate of candidates) {
    const longer = Math.max(word.length, candidate.length);
    const allowed = Math.max(1, Math.floor(longer / 4));
    const isFar = longer < 4 || longer > 200 || Math.abs(word.length - candidate.length) > allowed;
    if (isFar || lettersApart(letters, lettersOf(candidate)) > allowed) continue;
    const distance = editDistance(word, candidate);
    if (distance > allowed || distance >= least || withoutDigits(candidate) === withoutDigits(word)) continue;
    [best, least] = [candidate, distance];
  }
  return best;
}

/** Which letters there are, a bit each; some share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** An edit brings at most one letter and takes at most one away, so words are at least this far apart: cheap to know of every name in a large project. */
function lettersApart(left: number, right: number): number {
  return Math.max(countBits(left & ~right), countBits(right & ~left));
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The same for keys: each part by itself, so that a long prefix does not make two names alike. */
export function misspeltPath(path: readonly string[], candidates: Iterable<readonly string[]>): readonly string[] | undefined {
  for (const candidate of candidates) {
    if (candidate.length !== path.length) continue;
    const isNear = path.every((part, index) => part === candidate[index] || misspelt(part, [candidate[index] ?? ""]) !== undefined);
    if (isNear && path.some((part, index) => part !== candidate[index])) return candidate;
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
