/**
 * What a Python expression can be worth to the abstract interpreter.
 *
 * `unknown` is a value like any other, with a reason and a place; it is never `undefined`, and absent is never unknown.
 * Collections, instances and namespaces are mutable, as in Python, and their identity is the object's identity.
 * The one surprising kind is `one-of`: what an undecidable condition leaves behind.
 */
import type { Location } from "../base/span.ts";
import type { Expression, Lambda } from "../syntax/expression.ts";
import type { ClassDefinition, FunctionDefinition } from "../syntax/statement.ts";
import type { SourceFile } from "./files/source-file.ts";
import type { CallArguments, CallContext } from "./library.ts";
import type { Course } from "./values/lazy-iterator.ts";

export type Value =
  | NoneValue
  | BoolValue
  | IntValue
  | FloatValue
  | StrValue
  | BytesValue
  | EllipsisValue
  | ListValue
  | TupleValue
  | SetValue
  | DictValue
  | IteratorValue
  | FunctionValue
  | BoundMethod
  | NativeFunction
  | ClassValue
  | InstanceValue
  | ModuleValue
  | SymbolValue
  | LibraryObject
  | OneOf
  | Unknown;

/** A value of a builtin class that is an instance of a class of the repository deriving from it: that class, and the attributes it was given. */
interface Derivable {
  readonly instance?: InstanceValue;
}

/**
 * Scalars carry where their literal stands (for edits and findings) and what they assume of the environment:
 * `assumes: ["REGION unset"]` on the default of `os.getenv("REGION", "eu")`.
 */
interface Scalar extends Derivable {
  readonly origin?: Location;
  readonly assumes?: readonly string[];
}
export interface NoneValue extends Scalar {
  readonly kind: "none";
}
export interface BoolValue extends Scalar {
  readonly kind: "bool";
  readonly value: boolean;
}
export interface IntValue extends Scalar {
  readonly kind: "int";
  readonly value: bigint | number;
}
export interface FloatValue extends Scalar {
  readonly kind: "float";
  readonly value: number;
}
export interface StrValue extends Scalar {
  readonly kind: "str";
  readonly value: string;
}
/** One code unit a byte. */
export interface BytesValue extends Scalar {
  readonly kind: "bytes";
  readonly value: string;
}
export interface EllipsisValue extends Scalar {
  readonly kind: "ellipsis";
}

/** `complete` is false when something unknown may have been added: a spread, a loop over an unknown, a mutation that could not be read. */
interface Collection extends Derivable {
  complete: boolean;
  /** Why it is incomplete. */
  gap?: Unknown;
  readonly origin?: Location;
}
export interface ListValue extends Collection {
  readonly kind: "list";
  items: Value[];
  /** `collections.deque(maxlen=…)`: what no longer fits falls off at the other end. */
  most?: number;
}
export interface TupleValue extends Collection {
  readonly kind: "tuple";
  readonly items: readonly Value[];
  /** Field names of a named tuple. */
  readonly names?: readonly string[];
}
export interface SetValue extends Collection {
  readonly kind: "set";
  readonly frozen: boolean;
  /** By {@link hashKey}. */
  readonly items: Map<string, Value>;
}
export interface DictValue extends Collection {
  readonly kind: "dict";
  /** By {@link hashKey} of the key. */
  readonly entries: Map<string, DictEntryValue>;
  /** `collections.defaultdict`. */
  factory?: Value;
  /** `collections.Counter`: what is not there counts as zero. */
  readonly counts?: true;
}
export interface DictEntryValue {
  readonly key: Value;
  readonly value: Value;
}
export interface IteratorValue extends Collection {
  readonly kind: "iterator";
  /** What was taken and what is left. What is not made yet is made when this is asked for. */
  readonly items: readonly Value[];
  position: number;
  /** What a generator returned: the worth of `yield from`. */
  readonly returned?: Value;
  /** Where it is made item by item; absent where all of them were there from the beginning. */
  readonly course?: Course;
}

export interface FunctionValue {
  readonly kind: "function";
  readonly name: string;
  /** `shop.assets.raw:orders`, `shop.assets.raw:make.<locals>.build`. */
  readonly qualifiedName: string;
  readonly definition: FunctionDefinition | Lambda;
  readonly file: SourceFile;
  /** Where free names are looked up. */
  readonly closure: Scope;
  readonly defaults: ReadonlyMap<string, Value>;
  /** `function.attribute = value`. */
  readonly attributes: Map<string, Value>;
  /** The class in whose body it stands, for `super()`. */
  readonly owner?: ClassValue;
  /** What it gave, by the hash of its arguments: `functools.lru_cache`. */
  readonly results?: Map<string, Value>;
  /** Made a context manager of by `contextlib.contextmanager`. */
  readonly managesContext?: true;
  /** What `functools.wraps` copied: the signature that `inspect` sees. */
  wraps?: Value;
}
export interface BoundMethod {
  readonly kind: "bound-method";
  readonly function: Value;
  readonly self: Value;
}
/** A function implemented here; `name` is for messages. */
export interface NativeFunction {
  readonly kind: "native";
  readonly name: string;
  call(context: CallContext): Value;
  /** Known to take no argument that a caller gives: what a library decorates for itself. */
  readonly takesNothing?: true;
}
export interface ClassValue {
  readonly kind: "class";
  readonly name: string;
  readonly qualifiedName: string;
  readonly definition: ClassDefinition;
  readonly file: SourceFile;
  /** In method resolution order, itself first; library classes are symbols, what could not be read is unknown. */
  readonly mro: readonly (ClassValue | SymbolValue | Unknown)[];
  /** As written. */
  readonly bases: readonly (ClassValue | SymbolValue | Unknown)[];
  /** Of the repository; its own or that of a base. */
  readonly metaclass?: ClassValue;
  /** Classes that name it as a base, in the order of their making. */
  readonly subclasses: ClassValue[];
  readonly namespace: Map<string, Value>;
  /** Annotated names of this class body in order, inherited ones not included. */
  fields: readonly ClassField[];
  /** Scope in which annotations and methods resolve free names. */
  readonly closure: Scope;
  /** It or a base has an attribute with `__set__`, which comes before what an instance holds under the name. */
  hasDataDescriptors?: true;
  /** What stops it from being instantiated; absent where its metaclass does not ask. */
  abstract?: readonly string[];
  /** It or a base of the repository has a `__getattribute__`. */
  answersAll?: true;
  /** A dataclass with `repr=False`. */
  hidesFields?: true;
  /** A dataclass with `eq=False`: an instance is equal to itself only. */
  comparesByIdentity?: true;
  /** A dataclass whose instances refuse assignment; its own or that of a base. */
  frozen?: true;
  /** Enum, dataclass, …: set by the bases, or by the decorator that says so. */
  flavour: "plain" | "dataclass" | "enum" | "named-tuple" | "typed-dict";
}
export interface ClassField {
  readonly name: string;
  readonly annotation: Expression;
  readonly default?: Value;
  readonly at: Location;
  /** Annotated `ClassVar`, `InitVar` or `KW_ONLY`: no field. */
  readonly role?: "class-variable" | "init-variable" | "keyword-marker";
  /** Given by name only. */
  readonly keywordOnly?: true;
}
export interface InstanceValue {
  readonly kind: "instance";
  readonly class: ClassValue;
  readonly attributes: Map<string, Value>;
  /** How it was made; absent for enum members. */
  readonly construction?: { readonly args: CallArguments; readonly at: Location };
}
export interface ModuleValue {
  readonly kind: "module";
  /** Dotted name as imported. */
  readonly name: string;
  /** Absent for a namespace package. */
  readonly file?: SourceFile;
  readonly scope: Scope;
}
/** A name in a library that is not part of the repository: `dagster.asset`, `pandas.DataFrame`. Nothing is known of it until a model says so. */
export interface SymbolValue {
  readonly kind: "symbol";
  readonly name: string;
}
/** What a library model made: `dagster.AssetSpec`, `pathlib.Path`, `datetime.datetime`. */
export interface LibraryObject {
  readonly kind: "object";
  readonly type: string;
  readonly fields: Map<string, Value>;
  /** Where the call stands that made it. */
  readonly at: Location;
  /** That call's arguments with their places, for findings and edits. */
  readonly args?: CallArguments;
  /** The condition under which it was made, when that is undecidable. */
  readonly condition?: Unknown;
  /** `["REGION unset"]`: what was assumed of the environment on the way to it. */
  readonly assumes?: readonly string[];
  /** Calls from the entry module down to the one that made it, innermost last: the factory behind an asset. */
  readonly trace?: readonly Location[];
  /** What only the model that made it reads: data that is not a Python value. */
  readonly payload?: unknown;
}

/** Left by a condition that could not be decided: one of `options`, or (`maybeAbsent`) nothing at all: an unbound name, an item that is not there. */
export interface OneOf {
  readonly kind: "one-of";
  readonly options: readonly Value[];
  readonly maybeAbsent: boolean;
  readonly condition: Unknown;
}

/**
 * - `runtime-input`: the environment, the network, the clock, a database.
 * - `unresolved-import`: a module of the repository that is not there.
 * - `external-library`: a call to something that no model describes.
 * - `mutation`: changed by code that is not read.
 * - `unsupported`: our own gap, counted apart.
 * - `limit`: a budget ran out.
 * - `cycle`: it depends on itself.
 */
export type UnknownReason = "runtime-input" | "unresolved-import" | "external-library" | "mutation" | "unsupported" | "limit" | "cycle";

export interface Unknown {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  /** In words a person can act on: "`requests.get` is not read". */
  readonly message: string;
  readonly at: Location;
  /** What made it unknown: follow to the root. */
  readonly cause?: Unknown;
  /** Path of the file that is not in the repository, where that is why: whoever knows what tool makes such a file may know what it holds. */
  readonly absentFile?: string;
  /** A library surely refuses what stands here: as its model tells such refusals apart, and in words. */
  readonly refusal?: { readonly kind: string; readonly problem: string };
}

/** A namespace with its parent. Class scopes are skipped by the functions inside them, as in Python. */
export interface Scope {
  readonly kind: "module" | "function" | "class" | "comprehension";
  readonly names: Map<string, Value>;
  readonly parent?: Scope;
  readonly module: ModuleValue;
  /** Names that `global` (module) or `nonlocal` (enclosing function) redirect. */
  redirected?: Map<string, "global" | "nonlocal">;
}

/** Three-valued truth. */
export type Verdict = "yes" | "no" | "unknown";
