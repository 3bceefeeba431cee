/** `generator.close()`: what its `finally` clauses do is done where it stands, and it gives nothing more. */
import type { Location } from "../../base/span.ts";
import { builtinException, PythonRaise } from "../python-raise.ts";
import type { Value } from "../value.ts";

export function closeGenerator(generator: Value, at: Location): void {
  if (generator.kind !== "iterator" || !generator.course) return;
  const { course } = generator;
  const exit = new PythonRaise(builtinException("GeneratorExit", "", at), at);
  try {
    if (course.isBegun) course.throw(exit);
  } catch (thrown) {
    if (thrown !== exit) throw thrown;
  } finally {
    course.end();
  }
}
