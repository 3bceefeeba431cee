/** `hashlib`, `zlib.crc32` and the identifiers of `uuid` that a name decides: what code makes suffixes and keys of. Random ones are of the run. */
import { md5 } from "../../../base/hash/md5.ts";
import { sha1 } from "../../../base/hash/sha1.ts";
import { sha256 } from "../../../base/hash/sha256.ts";
import { sha384, sha512 } from "../../../base/hash/sha512.ts";
import { argumentOf, selfOf, textOf, unknownIn } from "../../builtins/arguments.ts";
import { encodeUtf8 } from "../../files/utf8.ts";
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../../library.ts";
import { int, NONE, NOWHERE, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { BytesValue, InstanceValue, LibraryObject, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

type Digest = (bytes: Uint8Array) => string;

const DIGESTS: Readonly<Record<string, Digest>> = { md5, sha1, sha256, sha384, sha512 };
const SIZES: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 };
const HASH = "hashlib.HASH";

/** One code unit a byte, as {@link BytesValue} holds them. */
export function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}

export function fromHex(digits: string): string {
  return (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
}

/** Fields `name` and `content`: the algorithm, and the bytes so far. */
function hashObject(name: string, content: Value | undefined, context: CallContext): Value {
  const { interpreter, at, args } = context;
  if (!DIGESTS[name]) return interpreter.unknown("unsupported", `\`hashlib.${name}\` is not computed`, at);
  if (content?.kind === "str") return raise("TypeError", "Strings must be encoded before hashing", at);
  if (content && content.kind !== "bytes") return unknownIn(args) ?? interpreter.unknown("unsupported", "these bytes are not known", at);
  const fields = new Map<string, Value>([
    ["name", str(name)],
    ["digest_size", int(SIZES[name] ?? 0)],
    ["\0content", content ?? { kind: "bytes", value: "" }],
  ]);
  return { kind: "object", type: HASH, fields, at };
}

function contentOf(self: LibraryObject | InstanceValue): Value | undefined {
  return self.kind === "object" ? self.fields.get("\0content") : undefined;
}

function digested(use: (digits: string) => Value): MethodModel {
  return (self, { interpreter, at }) => {
    const content = contentOf(self);
    const name = self.kind === "object" ? self.fields.get("name") : undefined;
    const digest = name?.kind === "str" ? DIGESTS[name.value] : undefined;
    if (content?.kind === "unknown") return content;
    if (content?.kind !== "bytes" || !digest) return interpreter.unknown("unsupported", "this digest is not known", at);
    return use(digest(toBytes(content.value)));
  };
}

const HASH_TYPE: TypeModel = {
  methods: {
    hexdigest: digested(str),
    digest: digested((digits) => ({ kind: "bytes", value: fromHex(digits) })),
    update: (self, context) => {
      const [old, added] = [contentOf(self), selfOf(context)];
      const isKnown = old?.kind === "bytes" && added.kind === "bytes";
      const unread = (): Value =>
        added.kind === "unknown" ? added : context.interpreter.unknown("unsupported", "these bytes are not known", context.at);
      if (self.kind === "object")
        self.fields.set(
          "\0content",
          isKnown ? { kind: "bytes", value: old.value + added.value } : old?.kind === "unknown" ? old : unread(),
        );
      return NONE;
    },
    copy: (self) => (self.kind === "object" ? { ...self, fields: new Map(self.fields) } : NONE),
  },
};

const UUID = "uuid.UUID";

/** Field `hex`: 32 digits. */
function uuid(hex: string, at: LibraryObject["at"]): LibraryObject {
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  const fields = new Map<string, Value>([
    ["hex", str(hex)],
    ["int", int(BigInt(`0x${hex}`))],
    ["bytes", { kind: "bytes", value: fromHex(hex) }],
    ["urn", str(`urn:uuid:${parts.join("-")}`)],
    ["version", int(Number.parseInt(hex.charAt(12), 16))],
  ]);
  return { kind: "object", type: UUID, fields, at };
}

const makeUuid: SymbolModel = ({ args, at, interpreter }) => {
  const number = args.keywords.get("int")?.value;
  if (number?.kind === "int") return uuid(BigInt(number.value).toString(16).padStart(32, "0"), at);
  const digits = textOf(args, 0, "hex")
    ?.replace(/^urn:uuid:|[{}-]/g, "")
    .toLowerCase();
  if (digits === undefined) return unknownIn(args) ?? interpreter.unknown("unsupported", "this identifier is not known", at);
  return /^[0-9a-f]{32}$/.test(digits) ? uuid(digits, at) : raise("ValueError", "badly formed hexadecimal UUID string", at);
};

/** `uuid5(namespace, name)`: the digest of both, with the version and the variant in their places. */
function ofName(digest: Digest, version: number): SymbolModel {
  return ({ args, at, interpreter }) => {
    const [namespace, name] = [argumentOf(args, 0, "namespace"), argumentOf(args, 1, "name")];
    const hex = namespace?.kind === "object" ? namespace.fields.get("hex") : undefined;
    if (hex?.kind !== "str" || (name?.kind !== "str" && name?.kind !== "bytes"))
      return unknownIn(args) ?? interpreter.unknown("unsupported", "this identifier is not known", at);
    const digits = digest(toBytes(fromHex(hex.value) + (name.kind === "str" ? encodeUtf8(name.value) : name.value))).slice(0, 32);
    const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
    return uuid(digits.slice(0, 12) + version + digits.slice(13, 16) + variant + digits.slice(17), at);
  };
}

const shownUuid: MethodModel = (self) => {
  const urn = self.kind === "object" ? self.fields.get("urn") : undefined;
  return urn?.kind === "str" ? str(urn.value.slice("urn:uuid:".length)) : NONE;
};

const NAMESPACES: Readonly<Record<string, string>> = { DNS: "0", URL: "1", OID: "2", X500: "4" };

const crc32: SymbolModel = ({ args, at, interpreter }) => {
  const bytes = argumentOf(args, 0);
  if (bytes?.kind !== "bytes") return unknownIn(args) ?? interpreter.unknown("unsupported", "these bytes are not known", at);
  let remainder = 0xffffffff;
  for (const byte of toBytes(bytes.value)) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return int(~remainder >>> 0);
};

export const DIGEST_MODULES: LibraryPart = {
  symbols: {
    ...Object.fromEntries(
      ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s"].map((name): [string, SymbolModel] => [
        `hashlib.${name}`,
        (context) => hashObject(name, argumentOf(context.args, 0, "string") ?? context.args.keywords.get("data")?.value, context),
      ]),
    ),
    "hashlib.new": (context) => hashObject(textOf(context.args, 0, "name") ?? "", argumentOf(context.args, 1, "data"), context),
    "zlib.crc32": crc32,
    [UUID]: makeUuid,
    "uuid.uuid3": ofName(md5, 3),
    "uuid.uuid5": ofName(sha1, 5),
  },
  constants: Object.fromEntries(
    Object.entries(NAMESPACES).map(([name, digit]) => [`uuid.NAMESPACE_${name}`, uuid(`6ba7b81${digit}9dad11d180b400c04fd430c8`, NOWHERE)]),
  ),
  types: {
    [HASH]: HASH_TYPE,
    [UUID]: {
      methods: {
        __str__: shownUuid,
        __repr__: (self, context) => {
          const text = shownUuid(self, context);
          return text.kind === "str" ? str(`UUID('${text.value}')`) : text;
        },
      },
      operator: (operator, left, right) => {
        const [a, b] = [left, right].map((side) => (side.kind === "object" && side.type === UUID ? side.fields.get("hex") : undefined));
        return operator === "==" && a?.kind === "str" && b?.kind === "str" ? { kind: "bool", value: a.value === b.value } : undefined;
      },
    },
  },
};
