/** What pydantic raises for a value that a field does not take; a `ValueError`, which those who know no pydantic catch. */
import type { Location } from "../../../base/span.ts";
import { isExceptionOfBuiltin } from "../../attribute/inheritance.ts";
import { builtinException, describeException, PythonRaise, raise } from "../../python-raise.ts";
import type { Value } from "../../value.ts";

const VALIDATION_ERROR = "pydantic.ValidationError";

export function refuseValue(message: string, at: Location): never {
  return raise(VALIDATION_ERROR, message, at);
}

/** A validator of the repository: that a value is wrong it says with a `ValueError` or an `assert`, which come out as pydantic's own error. */
export function validating(work: () => Value, at: Location): Value {
  try {
    return work();
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise) || !["ValueError", "AssertionError"].some((name) => isExceptionOfBuiltin(thrown.exception, name)))
      throw thrown;
    const [, type = "", message = ""] = /^(\w+)(?:: ([\s\S]*))?$/.exec(describeException(thrown.exception)) ?? [];
    if (type === "ValidationError") throw thrown;
    const words = `${type === "AssertionError" ? "Assertion failed" : "Value error"}, ${message}`;
    throw new PythonRaise(builtinException(VALIDATION_ERROR, words, at), thrown.at, thrown.isStated, thrown.assumes);
  }
}
