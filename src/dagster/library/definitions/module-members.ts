/**
 * What Dagster's loaders find in a module: every name of it, in sorted order, that holds a definition or a list of nothing but
 * definitions. The same object under two names, or in two modules, counts once. Source: `find_objects_in_module_of_types`.
 */
import type { CallContext } from "../../../python/library.ts";
import type { ModuleValue, Unknown, Value } from "../../../python/value.ts";
import { perhaps } from "../../../python/values/one-of.ts";
import type { Statement } from "../../../syntax/statement.ts";

export interface Members {
  /** A member that is there only under a condition is a `one-of`. */
  readonly items: readonly Value[];
  /** Why there may be more. */
  readonly gap?: Unknown;
}

export const ASSET_TYPES = ["dagster.AssetsDefinition", "dagster.SourceAsset", "dagster.CacheableAssetsDefinition"];
export const SPEC_TYPES = ["dagster.AssetSpec"];
export const OTHER_TYPES = [
  "dagster.SensorDefinition",
  "dagster.ScheduleDefinition",
  "dagster.JobDefinition",
  "dagster.UnresolvedAssetJobDefinition",
  "dagster.UnresolvedPartitionedAssetScheduleDefinition",
];

export function membersOfTypes(modules: readonly Value[], types: readonly string[], context: CallContext): Members {
  const found = new Set<Value>();
  let gap: Unknown | undefined;
  for (const module of modules) {
    if (module.kind !== "module") {
      gap ??= gapOf(module, context);
      continue;
    }
    const names = [...module.scope.names].sort(([left], [right]) => (left < right ? -1 : 1));
    for (const [name, value] of names) {
      for (const member of membersIn(value, types, context)) found.add(member);
      gap ??= unreadDefinition(value) ?? (value.kind === "unknown" && isDecorated(module, name) ? value : undefined);
    }
  }
  const items = [...found];
  return gap ? { items, gap } : { items };
}

function membersIn(value: Value, types: readonly string[], context: CallContext): readonly Value[] {
  if (isOfTypes(value, types, context)) return [value];
  if (value.kind === "one-of") {
    // Made in every branch: one of them is there in any case.
    if (!value.maybeAbsent && value.options.every((option) => isOfTypes(option, types, context))) return [value];
    return value.options.flatMap((option) => membersIn(option, types, context)).map((member) => perhaps(member, value.condition));
  }
  if (value.kind !== "list" || value.items.length === 0) return [];
  const definite = value.items.filter((item) => item.kind !== "unknown");
  return definite.length > 0 && definite.every((item) => isOfTypes(item, types, context) || isPerhapsOfTypes(item, types, context))
    ? definite
    : [];
}

function isOfTypes(value: Value, types: readonly string[], context: CallContext): boolean {
  return types.some((type) => context.interpreter.isInstance(value, type));
}

function isPerhapsOfTypes(value: Value, types: readonly string[], context: CallContext): boolean {
  return value.kind === "one-of" && value.options.every((option) => isOfTypes(option, types, context));
}

/**
 * A name whose value could not be read opens the graph only when it may well be a definition: something of Dagster's made it, or our
 * own gap did. A client of some service is none. (A decorated function counts too, see `isDecorated`.)
 */
function unreadDefinition(value: Value): Unknown | undefined {
  if (value.kind === "list" && value.gap)
    return value.items.length > 0 && value.items.every((item) => item.kind === "object") ? value.gap : unreadDefinition(value.gap);
  if (value.kind !== "unknown") return undefined;
  const root = rootOf(value);
  if (root.reason === "unsupported" || root.reason === "limit") return value;
  return root.reason === "external-library" && /`dagster/.test(root.message) ? value : undefined;
}

const decorated = new WeakMap<ModuleValue, ReadonlySet<string>>();

/** A function under decorators of which one is not read: they may have made a definition of it. */
function isDecorated(module: ModuleValue, name: string): boolean {
  const names = decorated.get(module) ?? new Set(decoratedNames(module.file?.tree.body ?? []));
  decorated.set(module, names);
  return names.has(name);
}

function decoratedNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement): readonly string[] => {
    switch (statement.kind) {
      case "function":
        return statement.decorators.length > 0 ? [statement.name] : [];
      case "if":
      case "for":
      case "while":
        return [...decoratedNames(statement.body), ...decoratedNames(statement.orElse)];
      case "with":
        return decoratedNames(statement.body);
      case "try":
        return [
          ...decoratedNames(statement.body),
          ...statement.handlers.flatMap((handler) => decoratedNames(handler.body)),
          ...decoratedNames(statement.orElse),
        ];
      default:
        return [];
    }
  });
}

function rootOf(gap: Unknown): Unknown {
  let current = gap;
  while (current.cause) current = current.cause;
  return current;
}

function gapOf(value: Value, context: CallContext): Unknown {
  return value.kind === "unknown"
    ? value
    : context.interpreter.unknown("unresolved-import", "a module to load from is not known", context.at);
}
