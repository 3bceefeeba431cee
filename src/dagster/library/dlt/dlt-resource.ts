/**
 * `@dlt.resource`, `@dlt.transformer` and what is done to them: a resource is known by its name, its table, what it takes its data from.
 * Hints and maps change a resource in place; calling it, renaming it and piping it makes another.
 */
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../../../python/library.ts";
import { FALSE, int, NONE, native, str, TRUE } from "../../../python/make-value.ts";
import type { FunctionValue, LibraryObject, Value } from "../../../python/value.ts";
import { construct, copy, isEmpty, isObject } from "../construct.ts";
import { argument } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";

export const RESOURCE = "dlt.DltResource";

interface ResourceParts {
  readonly name: Value;
  /** None: the name of the resource. A function: decided for each item. */
  readonly tableName?: Value;
  readonly selected?: Value;
  /** The resource that a transformer takes its items from. */
  readonly parent?: Value;
  readonly isTransformer?: boolean;
  /** Of the only step of the pipe, where that is a function. */
  readonly docstring?: Value;
  /** More than one: no docstring is shown. */
  readonly steps?: number;
  /** What yields the rows. */
  readonly function?: Value;
}

/** Of a resource, for what reads its code. */
const FUNCTION = "\0function";

export function makeResource(parts: ResourceParts, context: CallContext): LibraryObject {
  return construct(
    RESOURCE,
    {
      name: parts.name,
      hinted_table_name: parts.tableName ?? NONE,
      source_name: NONE,
      selected: isEmpty(parts.selected) && parts.selected?.kind !== "bool" ? TRUE : (parts.selected ?? TRUE),
      parent: parts.parent ?? NONE,
      is_transformer: parts.isTransformer ? TRUE : FALSE,
      docstring: parts.docstring ?? NONE,
      steps: int(parts.steps ?? 1),
      ...(parts.function && { [FUNCTION]: parts.function }),
    },
    context,
  );
}

/** `@dlt.resource`, `@dlt.resource(name=…)`, `dlt.resource(data, name=…)`. */
function resource(isTransformer: boolean): SymbolModel {
  return (context) => {
    const given = argument(context, isTransformer ? "f" : "data", 0);
    const make = (value: Value): Value => fromData(value, isTransformer, context);
    return given.kind === "none" ? native("dlt.resource", (inner) => make(inner.args.positional[0]?.value ?? NONE)) : make(given);
  };
}

function fromData(given: Value, isTransformer: boolean, context: CallContext): Value {
  const { interpreter, at } = context;
  if (isObject(given, RESOURCE)) return given;
  const isFunction = given.kind === "function" || given.kind === "bound-method";
  const name = argument(context, "name");
  const own = isFunction ? interpreter.attribute(given, "__name__", at) : NONE;
  return makeResource(
    {
      name:
        name.kind === "none"
          ? own.kind === "none"
            ? interpreter.unknown("runtime-input", "the name of this resource is not known", at)
            : own
          : name,
      tableName: argument(context, "table_name"),
      selected: argument(context, "selected"),
      parent: argument(context, "data_from"),
      isTransformer,
      docstring: isFunction ? interpreter.attribute(given, "__doc__", at) : given.kind === "unknown" ? given : NONE,
      ...(isFunction && { function: given }),
    },
    context,
  );
}

function onResource(apply: (resource: LibraryObject, context: CallContext) => Value): MethodModel {
  return (self, context) =>
    self.kind === "object" ? apply(self, context) : context.interpreter.unknown("unsupported", "this resource is not read", context.at);
}

/** One more step in the pipe. */
const addStep = onResource((self) => {
  const steps = self.fields.get("steps");
  self.fields.set("steps", int((steps?.kind === "int" ? Number(steps.value) : 1) + 1));
  return self;
});

const unchanged = onResource((self) => self);

/** A clone under a new name. What its data comes from is cloned with it, and renamed after it. */
function renamed(self: LibraryObject, name: Value): LibraryObject {
  const [parent, own] = [self.fields.get("parent"), self.fields.get("name")];
  if (!isObject(parent, RESOURCE)) return copy(self, { name });
  const above = parent.fields.get("name");
  if (above?.kind !== "str" || name.kind !== "str" || own?.kind !== "str") return copy(self, { name });
  const contains = above.value.includes(own.value);
  const parentName = contains ? above.value.replaceAll(own.value, name.value) : `${above.value}_${name.value}`;
  return copy(self, { name, parent: renamed(parent, str(parentName)) });
}

const applyHints = onResource((self, context) => {
  const table = argument(context, "table_name", 0);
  if (table.kind !== "none") self.fields.set("hinted_table_name", table);
  return self;
});

const TYPE: TypeModel = {
  attribute: (self, name) => {
    if (self.kind !== "object") return undefined;
    if (name === "table_name") return tableNameOf(self);
    return undefined;
  },
  call: onResource((self) => copy(self, {})),
  operator: (operator, left, right) => {
    if (operator !== "|" || !isObject(right, RESOURCE)) return undefined;
    return copy(right, { parent: left });
  },
  methods: {
    add_map: addStep,
    add_yield_map: addStep,
    add_filter: addStep,
    add_limit: addStep,
    add_metrics: addStep,
    apply_hints: applyHints,
    parallelize: unchanged,
    bind: onResource((self) => copy(self, {})),
    add_pipe: unchanged,
    set_incremental: unchanged,
    with_name: onResource((self, context) => renamed(self, argument(context, "new_name", 0))),
    select_tables: unchanged,
  },
};

/** The functions of the repository that a resource's rows go through, those of the resources before it included. */
export function functionsOf(self: Value | undefined): readonly FunctionValue[] {
  if (!isObject(self, RESOURCE)) return [];
  const own = self.fields.get(FUNCTION);
  const fn = own?.kind === "bound-method" ? own.function : own;
  return [...functionsOf(self.fields.get("parent")), ...(fn?.kind === "function" ? [fn] : [])];
}

export function tableNameOf(self: LibraryObject): Value {
  const hinted = self.fields.get("hinted_table_name") ?? NONE;
  return hinted.kind === "none" ? (self.fields.get("name") ?? NONE) : hinted;
}

export const dltResourceModels: Models = {
  symbols: { "dlt.resource": resource(false), "dlt.transformer": resource(true) },
  types: { [RESOURCE]: TYPE },
};
