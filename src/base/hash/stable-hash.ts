/**
 * A hash of text that is the same on every machine and in every version: for cache keys, fingerprints, ids. It is SHA-256
 * (FIPS 180-4) cut to 128 bits, because a change must not be hidden by text made to collide. Pure: the core does no I/O.
 */
import { BLOCK_BYTES, hexadecimal, messageBlocks } from "./message-blocks.ts";

const ROUND = roundConstants();

/** 32 hexadecimal digits. */
export function stableHash(text: string): string {
  return sha256(text).slice(0, 32);
}

/** The whole of SHA-256, 64 hexadecimal digits: for comparing with hashes that other tools print. */
export function sha256(text: string): string {
  const state = Uint32Array.of(0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
  const blocks = messageBlocks(text, "big-endian");
  const schedule = new Uint32Array(64);
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) compress(state, blocks, offset, schedule);
  return hexadecimal(state, "big-endian");
}

/** One hash for several texts: where one ends and the next begins makes a difference. */
export function stableHashOf(texts: Iterable<string>): string {
  let joined = "";
  for (const text of texts) joined += `${text.length}:${text}`;
  return stableHash(joined);
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function expand(schedule: Uint32Array, blocks: DataView, offset: number): void {
  for (let index = 0; index < 16; index++) schedule[index] = blocks.getUint32(offset + index * 4);
  for (let index = 16; index < 64; index++) {
    const a = schedule[index - 15] ?? 0;
    const b = schedule[index - 2] ?? 0;
    const low = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const high = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    schedule[index] = (schedule[index - 16] ?? 0) + low + (schedule[index - 7] ?? 0) + high;
  }
}

function compress(state: Uint32Array, blocks: DataView, offset: number, schedule: Uint32Array): void {
  expand(schedule, blocks, offset);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + high + ((e & f) ^ (~e & g)) + (ROUND[index] ?? 0) + (schedule[index] ?? 0)) | 0;
    const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
function roundConstants(): Uint32Array {
  const constants: number[] = [];
  for (let candidate = 2; constants.length < 64; candidate++) {
    if (isPrime(candidate)) constants.push(fractionOfCubeRoot(BigInt(candidate)));
  }
  return Uint32Array.from(constants);
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) return false;
  return true;
}

/** Exact: the integer cube root of the number shifted by 96 bits, its low 32 bits. */
function fractionOfCubeRoot(prime: bigint): number {
  const shifted = prime << 96n;
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle * middle * middle <= shifted) low = middle;
    else high = middle - 1n;
  }
  return Number(low & 0xffffffffn);
}
