/** UTF-8 between the texts and the byte strings of the interpreter, which hold one code unit a byte. */

export function encodeUtf8(text: string): string {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/** `undefined` when the bytes are no UTF-8. A byte order mark stays. */
export function decodeUtf8(bytes: string): string | undefined {
  try {
    const codes = Uint8Array.from(bytes, (unit) => unit.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(codes);
  } catch {
    return undefined;
  }
}
