/** SHA-256 (FIPS 180-4), for code that names things by a digest. It keeps no secret and proves nothing. */
import { BLOCK_BYTES, hexadecimal, messageBlocks } from "./message-blocks.ts";

/** Fractional bits of the roots of the first primes: the standard's constants. */
function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}

const ROUNDS = fractions(64, Math.cbrt);
const INITIAL = fractions(8, Math.sqrt);

/** 64 hexadecimal digits of the text's UTF-8, or of the bytes. */
export function sha256(message: string | Uint8Array): string {
  const blocks = messageBlocks(message, "big-endian");
  const state = Uint32Array.from(INITIAL);
  const schedule = new Uint32Array(64);
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) {
    fill(schedule, blocks, offset);
    compress(state, schedule);
  }
  return hexadecimal(state, "big-endian");
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function fill(schedule: Uint32Array, blocks: DataView, offset: number): void {
  for (let index = 0; index < 64; index++) {
    if (index < 16) {
      schedule[index] = blocks.getUint32(offset + index * 4);
      continue;
    }
    const at = (back: number): number => schedule[index - back] ?? 0;
    const small = rotate(at(15), 7) ^ rotate(at(15), 18) ^ (at(15) >>> 3);
    const large = rotate(at(2), 17) ^ rotate(at(2), 19) ^ (at(2) >>> 10);
    schedule[index] = at(16) + small + at(7) + large;
  }
}

function compress(state: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const large = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + large + ((e & f) ^ (~e & g)) + (ROUNDS[index] ?? 0) + (schedule[index] ?? 0)) | 0;
    const small = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}
