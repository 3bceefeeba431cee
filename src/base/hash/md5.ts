/** MD5 (RFC 1321): dbt names a test by it when the name is long. It keeps no secret and proves nothing. */
import { BLOCK_BYTES, hexadecimal, messageBlocks } from "./message-blocks.ts";

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Int32Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0);
/** Which word of the block each of the 64 steps adds. */
const WORDS = Array.from({ length: 64 }, (_, index) => {
  const round = index >> 4;
  return (round === 0 ? index : round === 1 ? 5 * index + 1 : round === 2 ? 3 * index + 5 : 7 * index) % 16;
});

/** 32 hexadecimal digits of the text's UTF-8, or of the bytes. */
export function md5(message: string | Uint8Array): string {
  const blocks = messageBlocks(message, "little-endian");
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) compress(state, blocks, offset);
  return hexadecimal(state, "little-endian");
}

function compress(state: Uint32Array, blocks: DataView, offset: number): void {
  let a = (state[0] ?? 0) | 0;
  let b = (state[1] ?? 0) | 0;
  let c = (state[2] ?? 0) | 0;
  let d = (state[3] ?? 0) | 0;
  for (let index = 0; index < 64; index++) {
    const round = index >> 4;
    const mixed = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
    const sum = (a + mixed + (SINES[index] ?? 0) + blocks.getInt32(offset + (WORDS[index] ?? 0) * 4, true)) | 0;
    const shift = SHIFTS[round * 4 + (index & 3)] ?? 0;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
}
