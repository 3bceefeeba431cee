/** `base64` on known bytes. */
import { argumentOf, unknownIn } from "../../builtins/arguments.ts";
import type { SymbolModel } from "../../library.ts";
import { raise } from "../../python-raise.ts";
import type { LibraryPart } from "../part.ts";
import { fromHex, toBytes } from "./digests.ts";

const SIX_BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const FIVE_BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Digits of so many bits each, filled up with `=` to a whole group. */
function encoded(bytes: string, alphabet: string): string {
  const width = Math.log2(alphabet.length);
  const bits = [...toBytes(bytes)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const digits = (bits.match(new RegExp(`.{1,${width}}`, "g")) ?? []).map((group) =>
    alphabet.charAt(Number.parseInt(group.padEnd(width, "0"), 2)),
  );
  const group = width === 6 ? 4 : 8;
  return digits.join("") + "=".repeat((group - (digits.length % group)) % group);
}

function decoded(text: string, alphabet: string): string | undefined {
  const width = Math.log2(alphabet.length);
  const digits = [...text.replace(/=+$/, "")].map((digit) => alphabet.indexOf(digit));
  if (digits.includes(-1) || text.length % (width === 6 ? 4 : 8) !== 0) return undefined;
  const bits = digits.map((digit) => digit.toString(2).padStart(width, "0")).join("");
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join("");
}

function converting(convert: (text: string) => string | undefined, takesText: boolean): SymbolModel {
  return ({ args, at, interpreter }) => {
    const given = argumentOf(args, 0, "s");
    if (given?.kind !== "bytes" && !(takesText && given?.kind === "str"))
      return unknownIn(args) ?? interpreter.unknown("unsupported", "these bytes are not known", at);
    const value = convert(given.value);
    return value === undefined ? raise("ValueError", "Incorrect padding", at) : { kind: "bytes", value };
  };
}

const urlSafe = (text: string): string => text.replaceAll("+", "-").replaceAll("/", "_");
const fromUrlSafe = (text: string): string => text.replaceAll("-", "+").replaceAll("_", "/");
const toHex = (bytes: string): string =>
  [...toBytes(bytes)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();

export const BASE64: LibraryPart = {
  symbols: {
    "base64.b64encode": converting((bytes) => encoded(bytes, SIX_BITS), false),
    "base64.standard_b64encode": converting((bytes) => encoded(bytes, SIX_BITS), false),
    "base64.urlsafe_b64encode": converting((bytes) => urlSafe(encoded(bytes, SIX_BITS)), false),
    "base64.b32encode": converting((bytes) => encoded(bytes, FIVE_BITS), false),
    "base64.b16encode": converting(toHex, false),
    "base64.b64decode": converting((text) => decoded(text, SIX_BITS), true),
    "base64.urlsafe_b64decode": converting((text) => decoded(fromUrlSafe(text), SIX_BITS), true),
    "base64.b32decode": converting((text) => decoded(text, FIVE_BITS), true),
    "base64.b16decode": converting((text) => fromHex(text.toLowerCase()), true),
  },
};
