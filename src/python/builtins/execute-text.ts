/**
 * `exec(text, namespace)` and modules that code makes itself. What such text defines stands in the file that holds the text: it is read behind as much
 * blank text as puts it where its literal is, so that every place in it is one in the literal.
 */
import type { Location } from "../../base/span.ts";
import type { SourceFile } from "../files/source-file.ts";
import { newFrame } from "../frame.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import type { ModuleValue, Scope, Value } from "../value.ts";
import { argumentOf, textOf } from "./arguments.ts";
import { NAMESPACE } from "./namespace.ts";

/** `types.ModuleType(name)`. */
export const makeModule: SymbolModel = (context) => {
  const name = textOf(context.args, 0, "name");
  if (name === undefined || !(context.interpreter instanceof Machine))
    return context.interpreter.unknown("unsupported", "the name of this module is not known", context.at);
  return context.interpreter.modules.made(name);
};

export const executeText: SymbolModel = (context) => {
  const { interpreter, args, at } = context;
  const source = args.positional[0]?.value;
  const namespace = argumentOf(args, 1, "globals");
  const scope = interpreter instanceof Machine ? scopeOf(namespace, interpreter) : undefined;
  const file = source && scope ? fileOf(source, context, scope.module) : undefined;
  if (!file || !scope || !(interpreter instanceof Machine)) return interpreter.unknown("unsupported", "what `exec` runs is not read", at);
  if (!scope.module.file) Object.assign(scope.module, { file });
  interpreter.inFrame(newFrame(scope, file), (frame) => interpreter.execute(file.tree.body, frame));
  return NONE;
};

/** The module whose namespace is given, or the scope that runs. */
function scopeOf(namespace: Value | undefined, machine: Machine): Scope | undefined {
  if (!namespace || namespace.kind === "none") return machine.currentScope();
  const module = namespace.kind === "object" && namespace.type === NAMESPACE ? namespace.fields.get("module") : undefined;
  return module?.kind === "module" ? module.scope : undefined;
}

function fileOf(source: Value, { interpreter, at }: CallContext, module: ModuleValue): SourceFile | undefined {
  if (source.kind !== "str" || !(interpreter instanceof Machine)) return undefined;
  const place = [source.origin, at].find((each): each is Location => each !== undefined && each.end - each.start >= source.value.length);
  if (!place) return undefined;
  const text = `${"\n".repeat(place.start)}${source.value}\n`;
  const tree = interpreter.options.reader.module(text);
  return tree.errors.length === 0 ? { path: place.path || (module.file?.path ?? ""), text, tree } : undefined;
}
