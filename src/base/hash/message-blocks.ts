/**
 * What MD5, SHA-1 and SHA-256 have in common (RFC 1321, FIPS 180-4): text as UTF-8 in blocks of 64 bytes, ended by one bit and the length in
 * bits. They differ in the order of bytes only. Pure: the core does no I/O.
 */
const ENCODER = new TextEncoder();

export const BLOCK_BYTES = 64;

export type ByteOrder = "big-endian" | "little-endian";

/** Short texts, which are many, share the room that they are written to. */
const SHARED = new Uint8Array(16 * 1024);

/** The text's UTF-8, or the bytes, padded to whole blocks; good until the next call. */
export function messageBlocks(message: string | Uint8Array, order: ByteOrder): DataView {
  const most = message.length * 3 + 2 * BLOCK_BYTES;
  const whole = most <= SHARED.length ? SHARED : new Uint8Array(most);
  const written = typeof message === "string" ? ENCODER.encodeInto(message, whole).written : copied(message, whole);
  const length = Math.ceil((written + 9) / BLOCK_BYTES) * BLOCK_BYTES;
  whole[written] = 0x80;
  whole.fill(0, written + 1, length);
  const view = new DataView(whole.buffer, 0, length);
  const [low, high] = [(written << 3) >>> 0, Math.floor(written / 0x20000000)];
  const isLittle = order === "little-endian";
  view.setUint32(length - 8, isLittle ? low : high, isLittle);
  view.setUint32(length - 4, isLittle ? high : low, isLittle);
  return view;
}

/** Two digits of each byte. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function copied(bytes: Uint8Array, into: Uint8Array): number {
  into.set(bytes);
  return bytes.length;
}

/** Eight hexadecimal digits a word. */
export function hexadecimal(words: Uint32Array, order: ByteOrder): string {
  let digits = "";
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? 0;
    for (let at = 0; at < 32; at += 8) digits += DIGITS[(word >>> (order === "big-endian" ? 24 - at : at)) & 0xff];
  }
  return digits;
}
