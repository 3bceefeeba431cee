/** GitHub counts bytes where it speaks of characters. */

/** The longest beginning of `text` that has at most `limit` bytes of UTF-8 and ends with a whole character. */
export function truncateToBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  let end = limit;
  // A byte 10xxxxxx goes on with a character that began before.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString("utf8");
}

/** At most `limit` UTF-16 units, and no half of a surrogate pair. */
export function truncateToUnits(text: string, limit: number): string {
  const cut = text.slice(0, limit);
  return text.length > limit && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
