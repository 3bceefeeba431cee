/** How definitions came to be, for a terminal: the way from the definition to Dagster, then each field with who said it. Places are where an editor opens them. */
import { groupBy } from "../../base/group-by.ts";
import type { CallSite, Explanation, ExplanationDocument, FieldExplanation } from "../../types/explanation.ts";
import type { SourceRange } from "../../types/graph-document.ts";
import { printable, printableUpTo } from "../printable.ts";
import { code, message, phrase } from "../wording/phrase.ts";
import { valueWords } from "../wording/value-words.ts";
import { columns } from "./columns.ts";
import type { TextOptions } from "./findings-text.ts";
import { type Paint, paintWith } from "./palette.ts";
import { phraseText } from "./phrase-text.ts";

const MAX_CODE = 100;
const MAX_VALUE = 60;
const MAX_LINES = 6;

interface Ink {
  readonly paint: Paint;
  readonly sourceLine: NonNullable<TextOptions["sourceLine"]>;
}

/** Ends in a newline. */
export function renderExplanationText({ explanations }: ExplanationDocument, { colour, sourceLine }: TextOptions): string {
  const ink: Ink = { paint: paintWith(colour), sourceLine: sourceLine ?? (() => undefined) };
  return `${explanations.map((explanation) => explanationText(explanation, ink)).join("\n\n\n")}\n`;
}

function explanationText(explanation: Explanation, ink: Ink): string {
  const blocks = [
    headText(explanation, ink),
    definitionText(explanation, ink),
    callsText(explanation, ink),
    stepsText(explanation, ink),
    placesText("Loaded through", explanation.heldBy, ink),
    mentionsText(explanation, ink),
    fieldsText(explanation, ink),
    unknownText(explanation, ink),
    assumptionText(explanation, ink),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  "asset external": "external asset",
  "asset observable": "observable source asset",
  "asset stub": "asset key that nothing defines",
  "check ": "asset check",
  "job op": "job of ops",
  "job asset": "asset job",
  "job checks": "job of asset checks",
  "sensor multi-asset": "multi-asset sensor",
  "sensor run-status": "run status sensor",
};

function headText({ subject, name, kind, location, entry }: Explanation, { paint }: Ink): string {
  const words = KIND_WORDS[`${subject} ${kind ?? ""}`] ?? (subject === "sensor" && kind !== "standard" ? `${kind} sensor` : subject);
  const where = location === entry ? location : `${location} (${entry})`;
  return `${paint("bold", printable(name))}\n${paint("dim", `${words} of code location ${printable(where)}`)}`;
}

function definitionText({ definition, component, writtenAt }: Explanation, { paint, sourceLine }: Ink): string {
  if (definition === null) return "";
  const { by, place, function: fn } = definition;
  const made = fn === null ? "" : `, function ${paint("bold", printable(fn))}`;
  const ofComponent = component === null ? "" : `, component ${paint("bold", printable(component))}`;
  const head = `Defined by ${paint("bold", printable(by))} at ${placeText(place, paint)}${made}${ofComponent}`;
  const written = writtenAt ? [`Written at ${placeText(writtenAt, paint)}`] : [];
  return [head, ...excerpt(place, { paint, sourceLine }), ...written].join("\n");
}

/** The lines of a definition as far as its head goes. */
function excerpt(place: SourceRange, { paint, sourceLine }: Ink): readonly string[] {
  const last = Math.min(Math.max(place.endLine, place.line + 1), place.line + MAX_LINES - 1);
  const width = String(last).length;
  const lines: string[] = [];
  for (let line = place.line; line <= last; line += 1) {
    const text = sourceLine(place.file, line);
    if (text === undefined || (line > place.endLine && (text.trim() === "" || !/^\s*(?:async\s+)?(?:def|class|@)/.test(text)))) break;
    lines.push(`  ${paint("blue", String(line).padStart(width))} ${paint("blue", "|")} ${shownCode(text)}`);
  }
  return lines;
}

function callsText({ calls }: Explanation, ink: Ink): string {
  if (calls.length === 0) return "";
  const rows = calls.map((place) => ["", placeText(place, ink.paint), codeAt(place, ink)]);
  return [ink.paint("bold", calls.length === 1 ? "Made by a call" : "Made by calls, outermost first"), ...columns(rows)].join("\n");
}

function stepsText({ steps }: Explanation, { paint }: Ink): string {
  if (steps.length === 0) return "";
  const lines = steps.flatMap(({ by, place, changes }) => [
    `  ${paint("bold", printable(by))} at ${placeText(place, paint)}`,
    ...columns(
      changes.map(({ field, before, after }) => [
        "  ",
        field,
        `${paint("dim", printableUpTo(before ?? "nothing", MAX_VALUE))} → ${paint("green", printableUpTo(after ?? "nothing", MAX_VALUE))}`,
      ]),
    ),
  ]);
  return [paint("bold", "Changed on the way"), ...lines].join("\n");
}

function placesText(title: string, sites: readonly CallSite[], ink: Ink): string {
  if (sites.length === 0) return "";
  return [ink.paint("bold", title), ...columns(sites.map(({ by, place }) => ["", printable(by), placeText(place, ink.paint)]))].join("\n");
}

function mentionsText({ mentions, definition }: Explanation, ink: Ink): string {
  if (mentions.length === 0) return "";
  const title = definition === null ? "Nothing defines it. It is named here" : "Defined again here";
  const rows = mentions.map(({ place }) => ["", placeText(place, ink.paint), codeAt(place, ink)]);
  return [ink.paint("bold", title), ...columns(rows)].join("\n");
}

function fieldsText({ fields }: Explanation, ink: Ink): string {
  const known = fields.filter((field) => field.unknown.length === 0 || field.members.length > 0 || valueWords(field.value) !== "");
  if (known.length === 0) return "";
  return [ink.paint("bold", "Fields"), ...columns(known.flatMap((field) => fieldRows(field, ink)))].join("\n");
}

function fieldRows({ field, value, origin, members, unknown }: FieldExplanation, { paint }: Ink): readonly (readonly string[])[] {
  const name = paint("dim", field);
  const open = unknown.length > 0 ? ` ${paint("magenta", "(not all is known)")}` : "";
  if (members.length > 0) {
    return members.map((member, index) => [
      "",
      index === 0 ? name : "",
      `${printableUpTo(member.name, MAX_VALUE)}${index === 0 ? open : ""}`,
      phraseText(message(member.words), paint),
      member.place ? placeText(member.place, paint) : "",
    ]);
  }
  const words = printableUpTo(valueWords(value), MAX_VALUE);
  const literal = origin?.literal ? `, written at ${placeText(origin.literal, paint)}` : "";
  const place = origin?.place ? `${placeText(origin.place, paint)}${literal}` : "";
  return [
    ["", name, `${words === "" ? paint("dim", "none") : words}${open}`, origin ? phraseText(message(origin.words), paint) : "", place],
  ];
}

/** Fields that are not known for the same reasons are said together. */
function unknownText({ fields }: Explanation, ink: Ink): string {
  const open = fields.filter(({ unknown }) => unknown.length > 0);
  if (open.length === 0) return "";
  const groups = [...groupBy(open, ({ unknown }) => JSON.stringify(unknown)).values()];
  const lines = groups.flatMap((group) => [
    `  ${ink.paint("bold", group.map(({ field }) => field).join(", "))}`,
    ...(group[0]?.unknown ?? []).flatMap((chain) => chainLines(chain, ink)),
  ]);
  return [ink.paint("magenta", "Not known, and nothing is claimed about it"), ...lines].join("\n");
}

/** Each link with its line of code, once where two stand in one line. */
function chainLines(chain: FieldExplanation["unknown"][number], ink: Ink): readonly string[] {
  return chain.flatMap(({ message: words, place }, index) => {
    const next = chain[index + 1]?.place;
    const shown = next?.file === place.file && next.line === place.line ? "" : codeAt(place, ink);
    const link = `    ${index === 0 ? "" : "because "}${phraseText(message(words), ink.paint)}  ${placeText(place, ink.paint)}`;
    return shown === "" ? [link] : [link, `      ${shown}`];
  });
}

function assumptionText({ conditional, assumes }: Explanation, { paint }: Ink): string {
  const lines = [
    ...(conditional === null
      ? []
      : [
          `It exists only under a condition that nobody can decide here: ${phraseText(message(conditional.reason), paint)}  ${placeText(conditional.place, paint)}`,
        ]),
    ...(assumes.length === 0
      ? []
      : [`Assumed of the environment: ${phraseText(phrase`${code(assumes.join(", "))}`, paint)} (\`--env NAME=VALUE\` sets a variable)`]),
  ];
  return lines.join("\n");
}

function placeText({ file, line, column }: SourceRange, paint: Paint): string {
  return paint("blue", column > 1 ? `${printable(file)}:${line}:${column}` : `${printable(file)}:${line}`);
}

/** The line; of a long one what begins at the place. */
function codeAt({ file, line, column }: SourceRange, { paint, sourceLine }: Ink): string {
  const whole = sourceLine(file, line) ?? "";
  const text = (whole.trim().length > MAX_CODE ? whole.slice(column - 1) : whole).trim();
  return text === "" ? "" : paint("dim", shownCode(text));
}

/** Keeps indentation, which `printable` would fold. */
function shownCode(text: string): string {
  const shown = text.replace(/\t/g, "    ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "?");
  return shown.length > MAX_CODE ? `${shown.slice(0, MAX_CODE - 1)}…` : shown;
}
