/** Names: how Python looks them up and binds them. */
import type { ModuleValue, Scope, Value } from "./value.ts";

export function newScope(kind: Scope["kind"], module: ModuleValue, parent?: Scope): Scope {
  return { kind, names: new Map(), module, ...(parent && { parent }) };
}

/** Looks a name up from `scope` outwards. Class scopes are seen only by their own statements. */
export function lookUp(scope: Scope, name: string): Value | undefined {
  if (scope.redirected?.get(name) === "global") return scope.module.scope.names.get(name);
  let current: Scope | undefined = scope;
  while (current) {
    if (current === scope || current.kind !== "class") {
      const value = current.names.get(name);
      if (value !== undefined) return value;
    }
    current = current.parent;
  }
  return undefined;
}

/** The scope in which an assignment to `name` in `scope` lands. */
export function bindingScope(scope: Scope, name: string): Scope {
  switch (scope.redirected?.get(name)) {
    case "global":
      return scope.module.scope;
    case "nonlocal":
      return enclosingFunctionWith(scope.parent, name) ?? scope;
    default:
      return scope;
  }
}

export function bind(scope: Scope, name: string, value: Value): void {
  bindingScope(scope, name).names.set(name, value);
}

/** `:=` binds in the scope that holds the comprehension. */
export function bindWalrus(scope: Scope, name: string, value: Value): void {
  let target = scope;
  while (target.kind === "comprehension" && target.parent) target = target.parent;
  bind(target, name, value);
}

function enclosingFunctionWith(scope: Scope | undefined, name: string): Scope | undefined {
  for (let current = scope; current; current = current.parent) {
    if (current.kind === "function" && current.names.has(name)) return current;
  }
  return undefined;
}
