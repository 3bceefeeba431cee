/** Protocols of `typing`: what an object must have to be one, whatever its class derives from. */
import type { Location } from "../../base/span.ts";
import { raise } from "../python-raise.ts";
import type { ClassValue, Value, Verdict } from "../value.ts";
import { instanceOf, ownerOf } from "../values/derived.ts";

/** Where `@runtime_checkable` leaves its mark. */
export const RUNTIME_PROTOCOL = "_is_runtime_protocol";

/** A class that names `Protocol` as a base; one that derives from it is an ordinary class. */
export function isProtocol(cls: ClassValue): boolean {
  return cls.bases.some((base) => base.kind === "symbol" && base.name === "typing.Protocol");
}

/** `isinstance(value, Protocol)`, `issubclass(value, Protocol)`: has it, or an instance of it, all that the protocol names? */
export function fulfils(value: Value, protocol: ClassValue, at: Location): Verdict {
  if (ownerOf(protocol, RUNTIME_PROTOCOL) === undefined)
    raise("TypeError", "Instance and class checks can only be used with @runtime_checkable protocols", at);
  const instance = value.kind === "class" ? undefined : instanceOf(value);
  const cls = value.kind === "class" ? value : instance?.class;
  if (!cls) return "unknown";
  const missing = membersOf(protocol).some((name) => !instance?.attributes.has(name) && ownerOf(cls, name) === undefined);
  if (!missing) return "yes";
  const isKnown = cls.mro.every(
    (base) =>
      base.kind === "class" || (base.kind === "symbol" && /^(abc\.ABC|typing\.(Generic|Protocol)|builtins\.object)$/.test(base.name)),
  );
  return isKnown && !ownerOf(cls, "__getattr__") ? "no" : "unknown";
}

function membersOf(protocol: ClassValue): readonly string[] {
  return protocol.mro.flatMap((base) =>
    base.kind === "class" && isProtocol(base)
      ? [...base.namespace.keys(), ...base.fields.map(({ name }) => name)].filter(
          (name) => name !== RUNTIME_PROTOCOL && !IGNORED.test(name),
        )
      : [],
  );
}

/** What every class has. */
const IGNORED =
  /^(__(?:doc|module|qualname|init|slots|abstractmethods|annotations|dict|weakref|match_args|class_getitem|subclasshook)__|_abc_.*)$/;
