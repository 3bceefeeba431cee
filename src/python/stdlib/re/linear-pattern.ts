/**
 * Can a regular expression be tried on a long text? Yes where no repetition can give back what the next part would take: then matching at one
 * place never goes back and forth. Judged on ASCII, conservatively: a pattern that is not understood here is not linear.
 */

interface Atom {
  /** Source of one character's worth: a class, an escape, a literal; `""` for a place where groups open, close or alternate. */
  readonly source: string;
  readonly unbounded: boolean;
}

const ATOM = /\(\?(?::|=|!|<=|<!|<\w+>)|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[()|^$]|[\s\S]/y;
const QUANTIFIER = /(?:[*+]|\{\d+,\})\??|\?\??|\{\d+(?:,\d+)?\}\??/y;
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

export function isLinear({ source, flags }: RegExp): boolean {
  const atoms = atomsOf(source);
  if (!atoms) return false;
  return atoms.every((atom, index) => !atom.unbounded || isDisjoint(atom, atoms.slice(index + 1), flags));
}

/** `undefined` when a group is repeated without end, or looks around. */
function atomsOf(source: string): readonly Atom[] | undefined {
  const atoms: Atom[] = [];
  let at = 0;
  while (at < source.length) {
    ATOM.lastIndex = at;
    const text = ATOM.exec(source)?.[0] ?? "";
    at += text.length;
    QUANTIFIER.lastIndex = at;
    const quantifier = QUANTIFIER.exec(source)?.[0] ?? "";
    at += quantifier.length;
    const unbounded = /^[*+]|^\{\d+,\}/.test(quantifier);
    const isMark = /^(?:\(|\)$|\|$|\^$|\$$|\\[bB]$)/.test(text);
    if ((isMark && unbounded) || /^\(\?[=!<](?![\w]+>)/.test(text) || /^\\\d/.test(text)) return undefined;
    atoms.push({ source: isMark ? "" : text, unbounded });
    // What need not be there lets the part behind it follow, too.
    if (!isMark && /^[*?]|^\{0/.test(quantifier)) atoms.push({ source: "", unbounded: false });
  }
  return atoms;
}

/** Against everything that may come next up to the first part that has to be there; behind an alternation that may be anything. */
function isDisjoint(atom: Atom, following: readonly Atom[], flags: string): boolean {
  const own = charactersOf(atom, flags);
  for (const [index, next] of following.entries()) {
    if (next.source === "") continue;
    const others = charactersOf(next, flags);
    if (ASCII.some((character) => own.test(character) && others.test(character))) return false;
    if (!isOptional(following, index)) return true;
  }
  return true;
}

function isOptional(following: readonly Atom[], index: number): boolean {
  return following[index + 1]?.source === "";
}

function charactersOf({ source }: Atom, flags: string): RegExp {
  return new RegExp(`^(?:${source})$`, flags.replaceAll(/[gym]/g, ""));
}
