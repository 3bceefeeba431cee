/**
 * A Python exception on its way. Thrown as a JavaScript value because that is what it is: control flow that leaves
 * expressions; caught by `try`, by a module's end, and wherever both sides of an undecidable condition are run.
 */
import type { Location } from "../base/span.ts";
import { str } from "./make-value.ts";
import type { LibraryObject, Value } from "./value.ts";

export class PythonRaise {
  readonly exception: Value;
  readonly at: Location;
  /** Raised by a `raise` statement, and not by an operation that fails. */
  readonly isStated: boolean;
  /** `["REGION unset"]`: what it is assumed of the environment that it is raised. */
  readonly assumes: readonly string[];

  constructor(exception: Value, at: Location, isStated = false, assumes: readonly string[] = []) {
    this.exception = exception;
    this.at = at;
    this.isStated = isStated;
    this.assumes = assumes;
  }
}

/** An exception of a builtin class, `ValueError("…")`, or of one of the standard library by its full name. */
export function builtinException(name: string, message: string, at: Location): LibraryObject {
  return {
    kind: "object",
    type: name.includes(".") ? name : `builtins.${name}`,
    fields: new Map<string, Value>([["args", { kind: "tuple", items: [str(message)], complete: true }]]),
    at,
  };
}

export function raise(name: string, message: string, at: Location): never {
  throw new PythonRaise(builtinException(name, message, at), at);
}

/** `ValueError: 'x' is not in list`, for messages. */
export function describeException(exception: Value): string {
  if (exception.kind === "object") {
    const name = exception.type.slice(exception.type.lastIndexOf(".") + 1);
    const args = exception.fields.get("args");
    const [first] = args?.kind === "tuple" ? args.items : [];
    return first?.kind === "str" && first.value ? `${name}: ${first.value}` : name;
  }
  if (exception.kind === "instance") return exception.class.name;
  return exception.kind === "symbol" ? exception.name : "an exception";
}

/** The classes of exceptions that Python has built in, each with its base. */
const PARENTS: Readonly<Record<string, string>> = {
  Exception: "BaseException",
  KeyboardInterrupt: "BaseException",
  SystemExit: "BaseException",
  GeneratorExit: "BaseException",
  ArithmeticError: "Exception",
  ZeroDivisionError: "ArithmeticError",
  OverflowError: "ArithmeticError",
  AssertionError: "Exception",
  AttributeError: "Exception",
  ImportError: "Exception",
  ModuleNotFoundError: "ImportError",
  LookupError: "Exception",
  IndexError: "LookupError",
  KeyError: "LookupError",
  NameError: "Exception",
  UnboundLocalError: "NameError",
  OSError: "Exception",
  IOError: "OSError",
  EnvironmentError: "OSError",
  FileNotFoundError: "OSError",
  PermissionError: "OSError",
  RuntimeError: "Exception",
  NotImplementedError: "RuntimeError",
  RecursionError: "RuntimeError",
  StopIteration: "Exception",
  SyntaxError: "Exception",
  TypeError: "Exception",
  ValueError: "Exception",
  UnicodeError: "ValueError",
  UnicodeDecodeError: "UnicodeError",
  Warning: "Exception",
  DeprecationWarning: "Warning",
  UserWarning: "Warning",
  BaseExceptionGroup: "BaseException",
  BlockingIOError: "OSError",
  BrokenPipeError: "ConnectionError",
  BufferError: "Exception",
  BytesWarning: "Warning",
  ChildProcessError: "OSError",
  ConnectionAbortedError: "ConnectionError",
  ConnectionError: "OSError",
  ConnectionRefusedError: "ConnectionError",
  ConnectionResetError: "ConnectionError",
  EOFError: "Exception",
  EncodingWarning: "Warning",
  ExceptionGroup: "Exception",
  FileExistsError: "OSError",
  FloatingPointError: "ArithmeticError",
  FutureWarning: "Warning",
  ImportWarning: "Warning",
  IndentationError: "SyntaxError",
  InterruptedError: "OSError",
  IsADirectoryError: "OSError",
  MemoryError: "Exception",
  NotADirectoryError: "OSError",
  PendingDeprecationWarning: "Warning",
  ProcessLookupError: "OSError",
  ReferenceError: "Exception",
  ResourceWarning: "Warning",
  RuntimeWarning: "Warning",
  StopAsyncIteration: "Exception",
  SyntaxWarning: "Warning",
  SystemError: "Exception",
  TabError: "IndentationError",
  TimeoutError: "OSError",
  UnicodeEncodeError: "UnicodeError",
  UnicodeTranslateError: "UnicodeError",
  UnicodeWarning: "Warning",
};

/** Those of the standard library that it raises itself. */
const LIBRARY_PARENTS: Readonly<Record<string, string>> = {
  "dataclasses.FrozenInstanceError": "AttributeError",
  "zoneinfo.ZoneInfoNotFoundError": "KeyError",
  "pydantic.ValidationError": "ValueError",
  "re.error": "Exception",
};

export const EXCEPTION_NAMES: readonly string[] = ["BaseException", ...Object.keys(PARENTS)];

/** Is the builtin exception class `name` (`builtins.KeyError`) the same as, or derived from, `ancestor`? */
export function isBuiltinExceptionClass(name: string, ancestor: string): boolean {
  let current: string | undefined = name.replace(/^builtins\./, "");
  const wanted = ancestor.replace(/^builtins\./, "");
  const aliases = wanted === "IOError" || wanted === "EnvironmentError" ? "OSError" : wanted;
  while (current !== undefined) {
    if (current === aliases || current === wanted) return true;
    current = PARENTS[current] ?? LIBRARY_PARENTS[current];
  }
  return false;
}
