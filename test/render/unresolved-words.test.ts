import { expect, it } from "vitest";
import { phraseText } from "../../src/render/terminal/phrase-text.ts";
import { unresolvedByPlace, unresolvedByReason, unresolvedPlace } from "../../src/render/wording/unresolved-words.ts";
import type { Unresolved } from "../../src/types/graph-document.ts";

function unresolved(subject: string, field: string | null, message: string): Unresolved {
  return { subject, field, reason: "external-library", message, file: "shop/orders.py", line: 4 };
}

const ENTRIES = [
  unresolved("asset:orders", "deps", "the dependencies of asset `orders` are not known: what `requests.get` returns is not known"),
  unresolved("asset:orders", "tags", "the tags of asset `orders` are not known: what `requests.get` returns is not known"),
  unresolved("asset:orders", "partitions", "the partitions of asset `orders` are not known: what `shop.daily` returns is not known"),
];

it("says for one reason only what has that reason, also where two stand on one line", () => {
  const lines = unresolvedByPlace(ENTRIES).map((place) => phraseText(unresolvedPlace(place), (_, text) => text));

  expect(lines).toEqual([
    "shop/orders.py:4 — the dependencies of asset orders are not known: what requests.get returns is not known. For the same reason: asset:orders (tags)",
    "shop/orders.py:4 — the partitions of asset orders are not known: what shop.daily returns is not known",
  ]);
  expect(unresolvedByReason(ENTRIES).map(({ places }) => places.length)).toEqual([2]);
});
