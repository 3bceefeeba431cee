/** `modules` of dbt's context: Python's own `re`, `datetime`, `itertools`, `pytz`. The clock is not read. */
import { callable, type DbtValue, dbtUnknown, findUnknown, isUnknown, pythonStr, record } from "../../value.ts";
import { iterate } from "../sequence.ts";

const clock = dbtUnknown("runtime-input", "the date is known at run time only");

/** Nothing in it is read: every attribute and call is unknown. */
const OPAQUE_CLOCK: DbtValue = { kind: "object", text: clock, truth: true, attribute: () => OPAQUE_CLOCK, call: () => clock };

function withPattern(use: (pattern: RegExp, args: readonly string[]) => DbtValue): DbtValue {
  return callable("re", ({ positional }) => {
    const unknown = findUnknown([...positional]);
    if (unknown !== undefined) return unknown;
    const [pattern = "", ...rest] = positional.map(pythonStr);
    const compiled = compile(pattern);
    return compiled === undefined ? dbtUnknown("unsupported", `the pattern \`${pattern}\` is not read`) : use(compiled, rest);
  });
}

/** Python's named groups are written otherwise; patterns that nest repetition may never end and are not run. */
function compile(pattern: string): RegExp | undefined {
  if (/[+*}]\)?[+*{]/.test(pattern) || /\([^)]*[+*][^)]*\)[+*{]/.test(pattern)) return undefined;
  try {
    return new RegExp(pattern.replaceAll("(?P<", "(?<"), "gu");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function matched(found: RegExpExecArray | null): DbtValue {
  if (found === null) return null;
  return record({
    group: callable("group", ({ positional }) => found[Number(positional[0] ?? 0)] ?? null),
    groups: callable("groups", () => found.slice(1)),
  });
}

const RE = record({
  match: withPattern((pattern, [text = ""]) => matched(new RegExp(`^(?:${pattern.source})`, "u").exec(text))),
  search: withPattern((pattern, [text = ""]) => matched(pattern.exec(text))),
  sub: withPattern((pattern, [replacement = "", text = ""]) => text.replace(pattern, replacement.replace(/\\(\d)/g, "$$$1"))),
  findall: withPattern((pattern, [text = ""]) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0])),
  split: withPattern((pattern, [text = ""]) => text.split(pattern)),
});

const ITERTOOLS = record({
  chain: callable("chain", ({ positional }) => {
    const all: DbtValue[] = [];
    for (const value of positional) {
      const items = iterate(value);
      if (isUnknown(items)) return items;
      all.push(...items);
    }
    return all;
  }),
});

export const MODULES = record({ re: RE, itertools: ITERTOOLS, datetime: OPAQUE_CLOCK, pytz: OPAQUE_CLOCK });
