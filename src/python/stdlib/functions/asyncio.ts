/** `asyncio` as far as modules use it while they are imported: run a coroutine to its end, or several one after another. */
import { selfOf, unknownIn } from "../../builtins/arguments.ts";
import { awaited, COROUTINE, coroutineOf } from "../../call/coroutine.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { list, NONE } from "../../make-value.ts";
import type { Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

const LOOP = "asyncio.AbstractEventLoop";

function wait(value: Value, { args, interpreter, at }: CallContext): Value {
  return awaited(value) ?? unknownIn(args) ?? interpreter.unknown("unsupported", "what is waited for here is not known", at);
}

const run: SymbolModel = (context) => wait(selfOf(context), context);

const loop: SymbolModel = ({ at }) => ({ kind: "object", type: LOOP, fields: new Map(), at });

const gather: SymbolModel = (context) =>
  coroutineOf(
    () =>
      list(
        context.args.positional.map(({ value }) => wait(value, context)),
        context.args.gap,
      ),
    context.at,
  );

export const ASYNCIO: LibraryPart = {
  symbols: {
    "asyncio.run": run,
    "asyncio.gather": gather,
    "asyncio.sleep": ({ args, at }) => coroutineOf(() => args.positional[1]?.value ?? NONE, at),
    "asyncio.wait_for": (context) => coroutineOf(() => wait(selfOf(context), context), context.at),
    "asyncio.new_event_loop": loop,
    "asyncio.get_event_loop": loop,
    "asyncio.set_event_loop": () => NONE,
  },
  types: {
    [COROUTINE]: { methods: { close: () => NONE } },
    [LOOP]: {
      methods: {
        run_until_complete: (_, context) => wait(selfOf(context), context),
        close: () => NONE,
      },
    },
  },
};
