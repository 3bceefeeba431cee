/**
 * How knowledge of libraries plugs into the interpreter without the interpreter knowing them: a library is a table of
 * models by qualified name. The standard library is one (`python/stdlib/`), Dagster another (`dagster/library/`).
 */
import type { Location } from "../base/span.ts";
import type { Expression } from "../syntax/expression.ts";
import type { Interpreter } from "./interpreter.ts";
import type { ClassValue, InstanceValue, LibraryObject, Unknown, Value } from "./value.ts";

/** An evaluated argument and where it stands. */
export interface ArgumentValue {
  readonly value: Value;
  /** The whole argument, `name=` included. */
  readonly at: Location;
  readonly expression?: Expression;
}

export interface CallArguments {
  readonly positional: readonly ArgumentValue[];
  readonly keywords: ReadonlyMap<string, ArgumentValue>;
  /** False when `*args` or `**kwargs` of unknown content were passed: more may have been given than is listed. */
  readonly complete: boolean;
  /** Why they are not complete. */
  readonly gap?: Unknown;
}

/** Shared by all calls without keyword arguments: an empty map of its own for each of them is felt in a large project. */
export const NO_KEYWORDS: ReadonlyMap<string, ArgumentValue> = new Map();

export interface CallContext {
  readonly args: CallArguments;
  /** The call expression (or the decorator). */
  readonly at: Location;
  readonly interpreter: Interpreter;
}

/** Calling a symbol: a function, a class, a static method. */
export type SymbolModel = (context: CallContext) => Value;

/** `self` is the library object, or an instance of a class in the repository that derives from the type. */
export type MethodModel = (self: LibraryObject | InstanceValue, context: CallContext) => Value;

export interface TypeModel {
  /** Qualified names of the types it derives from, nearest first. */
  readonly bases?: readonly string[];
  /** Attributes that are neither a field of the object nor a method. `undefined`: there is no such attribute. */
  attribute?(self: LibraryObject | InstanceValue, name: string, interpreter: Interpreter, at: Location): Value | undefined;
  readonly methods?: Readonly<Record<string, MethodModel>>;
  /** Calling the object itself. */
  readonly call?: MethodModel;
  /** `left OP right` where one side is of this type; `undefined` leaves it to the other side. */
  operator?(operator: string, left: Value, right: Value, context: CallContext): Value | undefined;
  iterate?(self: LibraryObject | InstanceValue, context: CallContext): Value;
  subscript?(self: LibraryObject | InstanceValue, index: Value, context: CallContext): Value;
  /** As an attribute of a class that is asked for on an instance: `__get__`. The object itself when absent. */
  bind?(self: LibraryObject, owner: Value): Value;
  /** Equality and hash of the object, as a string: equal strings are equal objects. Identity when absent. Asked once, when the object is made. */
  equality?(fields: ReadonlyMap<string, Value>): string | undefined;
  /** Calling a class of the repository that derives from the type, where that makes something else than a plain instance. */
  instantiate?(cls: ClassValue, context: CallContext): Value | undefined;
  /** A class of the repository that derives from the type is made: what the library has against it. */
  define?(cls: ClassValue, context: Pick<CallContext, "interpreter" | "at">): void;
  /** `instance.name = value` in such a class, before it is done: what the library has against it. */
  assign?(self: InstanceValue, name: string, context: Pick<CallContext, "interpreter" | "at">): void;
  /** Around the assignment of fields in a class of the repository that derives from the type: what is done to the arguments before and to the fields after. */
  initialize?(self: InstanceValue, context: CallContext, assign: (args: CallArguments) => void): void;
}

export interface Library {
  /** Calls by qualified name: `dagster.asset`, `dagster.AssetSelection.groups`. */
  readonly symbols: ReadonlyMap<string, SymbolModel>;
  /** Values by qualified name: `dagster.DefaultScheduleStatus.RUNNING`, `math.pi`. */
  readonly constants: ReadonlyMap<string, Value>;
  /** Types by qualified name. */
  readonly types: ReadonlyMap<string, TypeModel>;
  /** Top-level packages that the models stand for even where the repository holds their source: a fork of the library is not evaluated. */
  readonly standsFor?: ReadonlySet<string>;
  /** By module what `from module import *` binds, where all of it is known. */
  readonly exports?: ReadonlyMap<string, ReadonlySet<string>>;
  /** By type all that its objects have, where that is known. */
  readonly members?: ReadonlyMap<string, ReadonlySet<string>>;
  /** The public name of a name: `dagster._core.definitions.asset_selection.AssetSelection` is `dagster.AssetSelection`. */
  canonical(name: string): string;
}
