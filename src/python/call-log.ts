/** What is noted of calls of libraries while code runs: each call with its outcome, each copy that a method gave, each function that a decorator was applied to. */
import type { CallContext } from "./library.ts";
import type { LibraryCall, LibraryCopy } from "./library-call.ts";
import type { NativeFunction, Value } from "./value.ts";

/** What the log does not see of a call by itself. */
type Circumstances = Pick<LibraryCall, "name" | "guarded" | "subclass" | "receiver" | "condition">;

export class CallLog {
  /** Every call of a library but the builtins, in order. */
  readonly calls: LibraryCall[] = [];
  /** Every copy with other fields that a method of a library object gave, in order. */
  readonly copies: LibraryCopy[] = [];
  private finished = 0;
  /** Decorators that a library call returned. */
  private readonly decorators = new Map<NativeFunction, LibraryCall>();

  /** Notes a call of a library and what comes of it. */
  record(circumstances: Circumstances, { args, at }: CallContext, work: () => Value): Value {
    const call: LibraryCall = { ...circumstances, args, at, applications: [] };
    this.calls.push(call);
    const result = work();
    call.result = result;
    call.finished = this.finished++;
    if (result.kind === "list") call.returned = [...result.items];
    if (result.kind === "native") this.decorators.set(result, call);
    return result;
  }

  /** Notes what a method gave when that is a copy: another object of the same making. */
  recordCopy(name: string, of: Value, { args, at }: CallContext, result: Value): Value {
    if (of.kind === "object" && result.kind === "object" && result !== of && result.at === of.at)
      this.copies.push({ name, of, result, args, at, finished: this.finished++ });
    return result;
  }

  /** Calls a native function; when a library call returned it, the application is noted there. */
  apply(callee: NativeFunction, context: CallContext): Value {
    const call = this.decorators.get(callee);
    if (!call) return callee.call(context);
    const application: LibraryCall["applications"][number] = { args: context.args, at: context.at };
    call.applications.push(application);
    const result = callee.call(context);
    application.result = result;
    return result;
  }
}
