/** `operator`: the getters, and the functions that no operator of the language stands for. Those that one does are in `numbers.ts`. */
import { invoke, numberOf, selfOf, textOf } from "../../builtins/arguments.ts";
import { augment } from "../../execute/assignment/assign.ts";
import type { CallContext } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { int, NONE, native, tuple } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

function getter(context: CallContext, get: (target: Value, key: Value, context: CallContext) => Value): Value {
  const keys = context.args.positional.map((argument) => argument.value);
  const [only] = keys;
  if (textOf(context.args, 0) === undefined && !only) return NONE;
  return native("getter", (inner) =>
    keys.length === 1 && only ? get(selfOf(inner), only, inner) : tuple(keys.map((key) => get(selfOf(inner), key, inner))),
  );
}

function argument({ args }: CallContext, index: number): Value {
  return args.positional[index]?.value ?? NONE;
}

export const OPERATOR: LibraryPart = {
  symbols: {
    "operator.itemgetter": (context) => getter(context, (target, key, inner) => inner.interpreter.subscript(target, key, inner.at)),
    "operator.attrgetter": (context) =>
      getter(context, (target, key, inner) =>
        key.kind === "str"
          ? key.value.split(".").reduce((value, name) => inner.interpreter.attribute(value, name, inner.at), target)
          : NONE,
      ),
    "operator.methodcaller": (context) => {
      const [name, ...positional] = context.args.positional;
      const { keywords, complete } = context.args;
      return native("methodcaller", (inner) => {
        const method = inner.interpreter.attribute(selfOf(inner), name?.value.kind === "str" ? name.value.value : "", inner.at);
        return inner.interpreter.call(method, { positional, keywords, complete }, inner.at);
      });
    },
    "operator.iconcat": inPlace("+"),
    "operator.iadd": inPlace("+"),
    "operator.ior": inPlace("|"),
    "operator.index": (context) => {
      const number = numberOf(context.args, 0);
      return number === undefined ? invoke(context, context.interpreter.attribute(selfOf(context), "__index__", context.at)) : int(number);
    },
    "operator.countOf": (context) => {
      const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
      return gap ?? int(items.filter((item) => context.interpreter.equal(item, argument(context, 1)) === "yes").length);
    },
    "operator.indexOf": (context) => {
      const { items, gap } = context.interpreter.iterate(selfOf(context), context.at);
      const index = items.findIndex((item) => context.interpreter.equal(item, argument(context, 1)) === "yes");
      return index < 0 ? (gap ?? raise("ValueError", "sequence.index(x): x not in sequence", context.at)) : int(index);
    },
  },
};

/** `a += b` as a function: the collection itself, where it can change. */
function inPlace(operator: string) {
  return (context: CallContext): Value => {
    const { interpreter, at } = context;
    const [left, right] = [argument(context, 0), argument(context, 1)];
    if (!(interpreter instanceof Machine)) return NONE;
    if (augment(interpreter, left, { operator, right, at })) return left;
    return interpreter.call({ kind: "symbol", name: operator === "+" ? "operator.add" : "operator.or_" }, context.args, at);
  };
}
