/** SHA-1 (FIPS 180-4): dagster-dbt's code version of a node. It keeps no secret and proves nothing. */
import { BLOCK_BYTES, hexadecimal, messageBlocks } from "./message-blocks.ts";

/** 40 hexadecimal digits of the text's UTF-8. */
export function sha1(text: string): string {
  const blocks = messageBlocks(text, "big-endian");
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const schedule = new Uint32Array(80);
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) compress(state, blocks, { offset, schedule });
  return hexadecimal(state, "big-endian");
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function compress(
  state: Uint32Array,
  blocks: DataView,
  { offset, schedule }: { readonly offset: number; readonly schedule: Uint32Array },
): void {
  for (let index = 0; index < 80; index++) {
    const at = (back: number): number => schedule[index - back] ?? 0;
    schedule[index] = index < 16 ? blocks.getUint32(offset + index * 4) : rotate(at(3) ^ at(8) ^ at(14) ^ at(16), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let index = 0; index < 80; index++) {
    const [mixed, constant] = mix(index, b, c, d);
    const next = (rotate(a, 5) + mixed + e + constant + (schedule[index] ?? 0)) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
  }
  for (const [index, word] of [a, b, c, d, e].entries()) state[index] = (state[index] ?? 0) + word;
}

function mix(index: number, b: number, c: number, d: number): readonly [number, number] {
  if (index < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (index < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (index < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}
