/**
 * A hash for telling texts apart: the same on every machine and in every release, 128 bits wide, not cryptographic.
 * Four 32-bit lanes that feed each other (the cyrb128 scheme), over UTF-16 code units.
 */

/** 32 lower-case hexadecimal digits. Linear in the text. */
export function stableHash(text: string): string {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const mixed = a ^ b ^ c ^ d;
  return [mixed, mixed ^ b, mixed ^ c, mixed ^ d].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
