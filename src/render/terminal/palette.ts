/** Colour on a terminal, only when asked for: the same text without it. */
import type { ChangeType, Finding } from "../../types/review-report.ts";

export type Ink = "red" | "green" | "yellow" | "blue" | "magenta" | "bold" | "dim";

export type Paint = (ink: Ink, text: string) => string;

const CODES: Readonly<Record<Ink, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  bold: [1, 22],
  dim: [2, 22],
};

export function paintWith(colour: boolean): Paint {
  return (ink, text) => (colour ? `\u001b[${CODES[ink][0]}m${text}\u001b[${CODES[ink][1]}m` : text);
}

export const CHANGE_INKS: Readonly<Record<ChangeType, Ink>> = {
  added: "green",
  removed: "red",
  renamed: "blue",
  moved: "blue",
  changed: "yellow",
  unresolved: "magenta",
};

export const SEVERITY_INKS: Readonly<Record<Finding["severity"], Ink>> = { error: "red", warning: "yellow", info: "blue" };
