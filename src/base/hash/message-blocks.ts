/**
 * What MD5, SHA-1 and SHA-256 have in common (RFC 1321, FIPS 180-4): text as UTF-8 in blocks of 64 bytes, ended by one bit and the length in
 * bits. They differ in the order of bytes only. Pure: the core does no I/O.
 */
const ENCODER = new TextEncoder();

export const BLOCK_BYTES = 64;

export type ByteOrder = "big-endian" | "little-endian";

/** The text's UTF-8, padded to whole blocks. */
export function messageBlocks(text: string, order: ByteOrder): DataView {
  const bytes = ENCODER.encode(text);
  const length = Math.ceil((bytes.length + 9) / BLOCK_BYTES) * BLOCK_BYTES;
  const whole = new Uint8Array(length);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  const [low, high] = [(bytes.length << 3) >>> 0, Math.floor(bytes.length / 0x20000000)];
  const isLittle = order === "little-endian";
  view.setUint32(length - 8, isLittle ? low : high, isLittle);
  view.setUint32(length - 4, isLittle ? high : low, isLittle);
  return view;
}

/** Eight hexadecimal digits a word. */
export function hexadecimal(words: Uint32Array, order: ByteOrder): string {
  let digits = "";
  for (const word of words) digits += (order === "big-endian" ? word : swapBytes(word)).toString(16).padStart(8, "0");
  return digits;
}

function swapBytes(word: number): number {
  return ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;
}
