/** What stands in a box and how much room it takes: the key with its last part large, below it kinds and marks as small badges. */
import type { Box } from "../diagram/diagram.ts";
import { STATUS_LOOKS } from "../diagram/status-looks.ts";
import { printable } from "../printable.ts";
import { cutMiddle, textWidth } from "./text-width.ts";

export const NAME_SIZE = 13;
export const SMALL_SIZE = 10;
export const BADGE_HEIGHT = 15;
const PADDING = { x: 11, y: 8 } as const;
const MAX_NAME = 290;
const MAX_BADGE = 92;
const MAX_KINDS = 3;
const MIN_WIDTH = 72;
const GAP = 4;

export interface Badge {
  readonly text: string;
  readonly look: "kind" | "mark" | "mark errors" | "mark warnings";
  readonly x: number;
  readonly width: number;
}

/** Distances from the upper left corner of the box; those of texts are of the base line. */
export interface BoxFace {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly prefix: { readonly text: string; readonly y: number } | null;
  readonly name: { readonly text: string; readonly y: number };
  readonly badges: readonly Badge[];
  /** Upper edge of the badges. */
  readonly badgesY: number;
}

export function boxFace(box: Box): BoxFace {
  const slash = box.kind === "group" || box.kind === "rest" ? -1 : box.name.lastIndexOf("/");
  const prefixText = slash > 0 ? cutMiddle(printable(box.name.slice(0, slash + 1)), MAX_NAME, SMALL_SIZE) : null;
  const sign = STATUS_LOOKS[box.status].sign;
  const own = printable(box.name.slice(slash + 1)) || "(no name)";
  const name = cutMiddle(sign === "" ? own : `${sign} ${own}`, MAX_NAME, NAME_SIZE);
  const badges = badgesOf(box);
  const nameY = PADDING.y + (prefixText === null ? 0 : SMALL_SIZE + 3) + NAME_SIZE - 2;
  const badgesY = nameY + 8;
  const bottom = badges.length === 0 ? nameY + 4 : badgesY + BADGE_HEIGHT;
  const last = badges.at(-1);
  const content = Math.max(
    textWidth(name, NAME_SIZE),
    prefixText === null ? 0 : textWidth(prefixText, SMALL_SIZE),
    last === undefined ? 0 : last.x + last.width,
  );
  return {
    width: Math.max(MIN_WIDTH, content + 2 * PADDING.x),
    height: bottom + PADDING.y,
    x: PADDING.x,
    prefix: prefixText === null ? null : { text: prefixText, y: PADDING.y + SMALL_SIZE - 1 },
    name: { text: name, y: nameY },
    badges,
    badgesY,
  };
}

function badgesOf(box: Box): readonly Badge[] {
  const { errors, warnings } = box.findings;
  const more = box.kinds.length - MAX_KINDS;
  const texts = [
    ...box.kinds.slice(0, MAX_KINDS).map((text) => ({ text, look: "kind" as const })),
    ...(more > 0 ? [{ text: `+${more}`, look: "kind" as const }] : []),
    ...box.marks.map((text) => ({ text, look: "mark" as const })),
    ...(errors > 0 ? [{ text: `✖ ${errors}`, look: "mark errors" as const }] : []),
    ...(warnings > 0 ? [{ text: `⚠ ${warnings}`, look: "mark warnings" as const }] : []),
  ];
  let x = 0;
  return texts.map(({ text, look }) => {
    const cut = cutMiddle(printable(text), MAX_BADGE, SMALL_SIZE);
    const badge = { text: cut, look, x, width: textWidth(cut, SMALL_SIZE) + 10 };
    x += badge.width + GAP;
    return badge;
  });
}
