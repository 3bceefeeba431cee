/** `contextlib`: managers made of functions, and what stands for a manager. Those of generators are run by the `with` statement. */
import { invoke, selfOf } from "../../builtins/arguments.ts";
import { enterGenerator, GENERATOR_MANAGER, GENERATOR_MANAGER_TYPE, leaveGenerator } from "../../call/generator-context.ts";
import type { CallContext, SymbolModel, TypeModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { FALSE, NONE, tuple } from "../../make-value.ts";
import type { LibraryObject, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

/** Field `exceptions`: a tuple of exception types. */
export const SUPPRESS = "contextlib.suppress";

const EXIT_STACK = "contextlib.ExitStack";
const CLOSING = "contextlib.closing";

/** What only this model reads: what is to be done on the way out, in the order of its entering. */
type Exits = ((context: CallContext) => void)[];

function exitsOf(self: LibraryObject): Exits {
  return self.payload as Exits;
}

const exitStack: SymbolModel = ({ at }) => ({ kind: "object", type: EXIT_STACK, fields: new Map(), at, payload: [] satisfies Exits });

/** `stack.enter_context(manager)`. */
function enter(self: LibraryObject, context: CallContext): Value {
  const manager = selfOf(context);
  const { interpreter, at } = context;
  if (manager.kind === "unknown") return manager;
  if (manager.kind === "object" && manager.type === GENERATOR_MANAGER && interpreter instanceof Machine) {
    exitsOf(self).push(() => leaveGenerator(manager));
    return enterGenerator(interpreter, manager);
  }
  if (manager.kind !== "instance" && manager.kind !== "object") return manager;
  const method = (name: string): Value => interpreter.attribute(manager, name, at);
  const entered = manager.kind === "instance" || method("__enter__").kind === "native" ? invoke(context, method("__enter__")) : manager;
  if (manager.kind === "instance" || method("__exit__").kind === "native")
    exitsOf(self).push((inner) => invoke(inner, method("__exit__"), NONE, NONE, NONE));
  return entered;
}

function unwind(self: LibraryObject, context: CallContext): Value {
  for (const exit of exitsOf(self).splice(0).reverse()) exit(context);
  return FALSE;
}

const EXIT_STACK_TYPE: TypeModel = {
  methods: {
    __enter__: (self) => self,
    __exit__: (self, context) => (self.kind === "object" ? unwind(self, context) : FALSE),
    close: (self, context) => (self.kind === "object" ? unwind(self, context) : NONE),
    enter_context: (self, context) => (self.kind === "object" ? enter(self, context) : NONE),
    callback: (self, context) => {
      const [fn, ...positional] = context.args.positional;
      if (self.kind === "object" && fn)
        exitsOf(self).push((inner) => inner.interpreter.call(fn.value, { ...context.args, positional }, context.at));
      return fn?.value ?? NONE;
    },
    pop_all: (self) => (self.kind === "object" ? { ...self, payload: exitsOf(self).splice(0) } : NONE),
  },
};

const CLOSING_TYPE: TypeModel = {
  methods: {
    __enter__: (self) => (self.kind === "object" ? (self.fields.get("thing") ?? NONE) : NONE),
    __exit__: (self, context) => {
      const thing = self.kind === "object" ? self.fields.get("thing") : undefined;
      if (thing) invoke(context, context.interpreter.attribute(thing, "close", context.at));
      return FALSE;
    },
  },
};

export const CONTEXTLIB: LibraryPart = {
  symbols: {
    "contextlib.contextmanager": (context) => {
      const fn = selfOf(context);
      return fn.kind === "function" ? { ...fn, managesContext: true } : fn;
    },
    [SUPPRESS]: ({ args, at }) => ({
      kind: "object",
      type: SUPPRESS,
      fields: new Map<string, Value>([["exceptions", tuple(args.positional.map((argument) => argument.value))]]),
      at,
    }),
    "contextlib.nullcontext": (context) => selfOf(context),
    [EXIT_STACK]: exitStack,
    [CLOSING]: (context) => ({ kind: "object", type: CLOSING, fields: new Map([["thing", selfOf(context)]]), at: context.at }),
  },
  types: { [GENERATOR_MANAGER]: GENERATOR_MANAGER_TYPE, [EXIT_STACK]: EXIT_STACK_TYPE, [CLOSING]: CLOSING_TYPE },
};
