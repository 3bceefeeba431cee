/** SHA-512 and SHA-384 (FIPS 180-4), for code that names things by a digest. Its words have 64 bits, which only bigints hold: long texts are slow. */

const MASK = (1n << 64n) - 1n;
const BLOCK_BYTES = 128;

/** Whole part of the root of the given degree. */
function root(value: bigint, degree: bigint): bigint {
  let guess = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (next >= guess) return guess;
    guess = next;
  }
}

function primes(count: number): readonly bigint[] {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < count; candidate++) if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate);
  return found;
}

interface Constants {
  readonly rounds: readonly bigint[];
  /** Of SHA-512, then of SHA-384. */
  readonly initial: readonly bigint[];
}

let known: Constants | undefined;

/** The first 64 fractional bits of roots of primes: the standard's constants. Found when they are first asked for, which few programs do. */
function constants(): Constants {
  if (known) return known;
  const first = primes(80);
  known = {
    rounds: first.map((prime) => root(prime << 192n, 3n) & MASK),
    initial: first.slice(0, 16).map((prime) => root(prime << 128n, 2n) & MASK),
  };
  return known;
}

/** 128 hexadecimal digits. */
export function sha512(bytes: Uint8Array): string {
  return digest(bytes, constants().initial.slice(0, 8)).join("");
}

/** 96 hexadecimal digits. */
export function sha384(bytes: Uint8Array): string {
  return digest(bytes, constants().initial.slice(8)).slice(0, 6).join("");
}

function rotate(word: bigint, by: bigint): bigint {
  return ((word >> by) | (word << (64n - by))) & MASK;
}

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 17) / BLOCK_BYTES) * BLOCK_BYTES;
  const blocks = new Uint8Array(length);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setBigUint64(length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function digest(bytes: Uint8Array, initial: readonly bigint[]): readonly string[] {
  const blocks = padded(bytes);
  let state = initial;
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK_BYTES) state = compressed(state, schedule(blocks, offset));
  return state.map((word) => word.toString(16).padStart(16, "0"));
}

function schedule(blocks: DataView, offset: number): readonly bigint[] {
  const words: bigint[] = [];
  for (let index = 0; index < 80; index++) {
    if (index < 16) {
      words.push(blocks.getBigUint64(offset + index * 8));
      continue;
    }
    const at = (back: number): bigint => words[index - back] ?? 0n;
    const small = rotate(at(15), 1n) ^ rotate(at(15), 8n) ^ (at(15) >> 7n);
    const large = rotate(at(2), 19n) ^ rotate(at(2), 61n) ^ (at(2) >> 6n);
    words.push((at(16) + small + at(7) + large) & MASK);
  }
  return words;
}

function compressed(state: readonly bigint[], words: readonly bigint[]): readonly bigint[] {
  const { rounds } = constants();
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  for (const [index, word] of words.entries()) {
    const first = h + (rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n)) + ((e & f) ^ (~e & MASK & g)) + (rounds[index] ?? 0n) + word;
    const second = (rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(first + second) & MASK, a, b, c, (d + first) & MASK, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] ?? 0n)) & MASK);
}
