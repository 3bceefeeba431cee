/** SHA-1 (FIPS 180-4): dagster-dbt's code version of a node. It keeps no secret and proves nothing. */
import { BLOCK_BYTES, hexadecimal, messageBlocks } from "./message-blocks.ts";

/** 40 hexadecimal digits of the text's UTF-8, or of the bytes. */
export function sha1(message: string | Uint8Array): string {
  const blocks = messageBlocks(message, "big-endian");
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
  for (let index = 0; index < 16; index++) schedule[index] = blocks.getUint32(offset + index * 4);
  for (let index = 16; index < 80; index++) {
    const word = (schedule[index - 3] ?? 0) ^ (schedule[index - 8] ?? 0) ^ (schedule[index - 14] ?? 0) ^ (schedule[index - 16] ?? 0);
    schedule[index] = rotate(word, 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let index = 0; index < 80; index++) {
    const next = (rotate(a, 5) + mixed(index, b, c, d) + e + (schedule[index] ?? 0)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
}

/** What three words make in a step, with the constant of its round. */
function mixed(index: number, b: number, c: number, d: number): number {
  if (index < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (index < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (index < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
