/** Methods of text, lists and dicts that templates use. What is not here is undefined, and calling it is reported. */
import {
  callable,
  type DbtCallArguments,
  type DbtMapping,
  type DbtObject,
  type DbtValue,
  findUnknown,
  isMapping,
  numberOf,
  pythonStr,
} from "../../value.ts";
import { iterate } from "../sequence.ts";

type Method<Receiver> = (receiver: Receiver, args: readonly DbtValue[], keywords: ReadonlyMap<string, DbtValue>) => DbtValue;

const text = (value: DbtValue | undefined): string => (value === undefined ? "" : pythonStr(value));

const STRING_METHODS: Readonly<Record<string, Method<string>>> = {
  lower: (receiver) => receiver.toLowerCase(),
  upper: (receiver) => receiver.toUpperCase(),
  title: (receiver) =>
    receiver.toLowerCase().replace(/(^|[^a-z])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase()),
  capitalize: (receiver) => receiver.slice(0, 1).toUpperCase() + receiver.slice(1).toLowerCase(),
  strip: (receiver, [characters]) => stripped(receiver, characters, "both"),
  lstrip: (receiver, [characters]) => stripped(receiver, characters, "start"),
  rstrip: (receiver, [characters]) => stripped(receiver, characters, "end"),
  startswith: (receiver, [prefix]) => options(prefix).some((option) => receiver.startsWith(option)),
  endswith: (receiver, [suffix]) => options(suffix).some((option) => receiver.endsWith(option)),
  removeprefix: (receiver, [prefix]) => (receiver.startsWith(text(prefix)) ? receiver.slice(text(prefix).length) : receiver),
  removesuffix: (receiver, [suffix]) =>
    text(suffix) !== "" && receiver.endsWith(text(suffix)) ? receiver.slice(0, -text(suffix).length) : receiver,
  replace: (receiver, [from, to]) => receiver.replaceAll(text(from), () => text(to)),
  split: (receiver, [separator, limit]) => split(receiver, separator, numberOf(limit)),
  rsplit: (receiver, [separator]) => split(receiver, separator, undefined),
  splitlines: (receiver) => receiver.split(/\r\n|\r|\n/),
  join: (receiver, [items]) => joined(receiver, items ?? null),
  format: (receiver, args, keywords) => formatted(receiver, args, keywords),
  find: (receiver, [part]) => receiver.indexOf(text(part)),
  count: (receiver, [part]) => (text(part) === "" ? receiver.length + 1 : receiver.split(text(part)).length - 1),
  zfill: (receiver, [width]) => receiver.padStart(numberOf(width) ?? 0, "0"),
  ljust: (receiver, [width]) => receiver.padEnd(numberOf(width) ?? 0),
  rjust: (receiver, [width]) => receiver.padStart(numberOf(width) ?? 0),
  isdigit: (receiver) => /^\p{Nd}+$/u.test(receiver),
  isnumeric: (receiver) => /^\p{N}+$/u.test(receiver),
  isalpha: (receiver) => /^\p{L}+$/u.test(receiver),
  isupper: (receiver) => receiver !== receiver.toLowerCase() && receiver === receiver.toUpperCase(),
  islower: (receiver) => receiver !== receiver.toUpperCase() && receiver === receiver.toLowerCase(),
};

const LIST_METHODS: Readonly<Record<string, Method<DbtValue[]>>> = {
  append: (receiver, [item]) => {
    receiver.push(item ?? null);
    return null;
  },
  extend: (receiver, [items]) => {
    const added = iterate(items ?? null);
    if (Array.isArray(added)) receiver.push(...added);
    else receiver.push(added as DbtValue);
    return null;
  },
  insert: (receiver, [index, item]) => {
    receiver.splice(numberOf(index) ?? 0, 0, item ?? null);
    return null;
  },
  remove: (receiver, [item]) => {
    const index = receiver.indexOf(item ?? null);
    if (index !== -1) receiver.splice(index, 1);
    return null;
  },
  pop: (receiver, [index]) => receiver.splice(numberOf(index) ?? -1, 1)[0] ?? null,
  index: (receiver, [item]) => receiver.indexOf(item ?? null),
  count: (receiver, [item]) => receiver.filter((candidate) => candidate === item).length,
  copy: (receiver) => [...receiver],
};

const DICT_METHODS: Readonly<Record<string, Method<DbtMapping>>> = {
  get: (receiver, [key, fallback]) => receiver.get(text(key)) ?? fallback ?? null,
  keys: (receiver) => [...receiver.keys()],
  values: (receiver) => [...receiver.values()],
  items: (receiver) => [...receiver],
  update: (receiver, [other], keywords) => {
    if (isMapping(other)) for (const [key, value] of other) receiver.set(key, value);
    for (const [key, value] of keywords) receiver.set(key, value);
    return null;
  },
  pop: (receiver, [key, fallback]) => {
    const value = receiver.get(text(key));
    receiver.delete(text(key));
    return value ?? fallback ?? null;
  },
  setdefault: (receiver, [key, fallback]) => {
    if (!receiver.has(text(key))) receiver.set(text(key), fallback ?? null);
    return receiver.get(text(key)) ?? null;
  },
  copy: (receiver) => new Map(receiver),
};

/** The bound method of that name; a key of a dict does not hide its methods, as in Jinja. */
export function methodOf(receiver: DbtValue, name: string): DbtObject | undefined {
  if (typeof receiver === "string") return bound(STRING_METHODS, receiver, name, true);
  if (Array.isArray(receiver)) return bound(LIST_METHODS, receiver, name, false);
  return isMapping(receiver) ? bound(DICT_METHODS, receiver, name, false) : undefined;
}

/** Text made of unknown arguments is unknown. */
function bound<Receiver>(
  methods: Readonly<Record<string, Method<Receiver>>>,
  receiver: Receiver,
  name: string,
  strict: boolean,
): DbtObject | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) return undefined;
  return callable(name, ({ positional, keywords }: DbtCallArguments) => {
    const unknown = strict ? (findUnknown([...positional]) ?? findUnknown([...keywords.values()])) : undefined;
    return unknown ?? method(receiver, positional, keywords);
  });
}

function options(value: DbtValue | undefined): string[] {
  return Array.isArray(value) ? value.map(pythonStr) : [text(value)];
}

function stripped(receiver: string, characters: DbtValue | undefined, side: "both" | "start" | "end"): string {
  const strips = (character: string): boolean => (typeof characters === "string" ? characters.includes(character) : /\s/.test(character));
  let start = 0;
  let end = receiver.length;
  if (side !== "end") while (start < end && strips(receiver.charAt(start))) start++;
  if (side !== "start") while (end > start && strips(receiver.charAt(end - 1))) end--;
  return receiver.slice(start, end);
}

function split(receiver: string, separator: DbtValue | undefined, limit: number | undefined): string[] {
  if (separator === undefined || separator === null) return receiver.split(/\s+/).filter((part) => part !== "");
  const parts = receiver.split(text(separator));
  if (limit === undefined || limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(text(separator))];
}

export function joined(separator: string, value: DbtValue): DbtValue {
  const items = iterate(value);
  if (!Array.isArray(items)) return items as DbtValue;
  return findUnknown([...items]) ?? items.map((item: DbtValue) => pythonStr(item)).join(separator);
}

function formatted(receiver: string, args: readonly DbtValue[], keywords: ReadonlyMap<string, DbtValue>): string {
  let next = 0;
  return receiver.replace(/\{\{|\}\}|\{(\w*)(?::[^{}]*)?\}/g, (whole, field: string | undefined) => {
    if (whole === "{{") return "{";
    if (whole === "}}") return "}";
    if (field === undefined || field === "") return text(args[next++]);
    return text(/^\d+$/.test(field) ? args[Number(field)] : keywords.get(field));
  });
}
