/** What pydantic refuses while classes are made: told as a problem of the code location, in pydantic's words; what follows is read on. */
import type { CallContext } from "../../library.ts";

export type ModelContext = Pick<CallContext, "interpreter" | "at">;

/** Loading stops here for certain. `error`: `PydanticUserError`. */
export function refuseModel({ interpreter, at }: ModelContext, error: string, words: string): void {
  interpreter.refuse({
    ...interpreter.unknown("runtime-input", `${error}: ${words}`, at),
    refusal: { kind: "model", problem: words },
  });
}
