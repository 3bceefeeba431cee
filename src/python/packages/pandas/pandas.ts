/** The package `pandas`: walking over literal tables, taking columns, filtering rows. Anything that computes is the package's own and unknown. */
import { argumentOf, invoke, selfOf, textOf } from "../../builtins/arguments.ts";
import { binaryOperation } from "../../evaluate/operators/arithmetic.ts";
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { bool, dict, int, iterator, list, NONE, str, strDict, tuple } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { LibraryPart } from "../../stdlib/part.ts";
import type { LibraryObject, TupleValue, Value } from "../../value.ts";
import { dataFrame, readTable } from "./read-table.ts";
import { columnOf, DATA_FRAME, isMissing, recordOf, SERIES, seriesObject, seriesOf, type Table, tableObject, tableOf } from "./table.ts";

type Row = readonly Value[];

function rowObject(table: Table, row: Row, at: CallContext["at"]): LibraryObject {
  return seriesObject({ values: row, labels: table.columns }, at);
}

function withRows(table: Table, isKept: (row: Row, index: number) => boolean, at: CallContext["at"]): LibraryObject {
  return tableObject({ columns: table.columns, rows: table.rows.filter(isKept) }, at);
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "bool" && value.value;
}

/** `table["name"]`, `table[["a", "b"]]`, `table[mask]`. */
const subscriptTable: NonNullable<TypeModel["subscript"]> = (self, index, { at, interpreter }) => {
  const table = tableOf(self);
  if (index.kind === "str") {
    const column = columnOf(table, index.value);
    return column ? seriesObject({ values: column }, at) : raise("KeyError", index.value, at);
  }
  if (index.kind === "list") {
    const names = index.items.flatMap((item) => (item.kind === "str" ? [item.value] : []));
    const rows = table.rows.map((row) => names.map((name) => row[table.columns.indexOf(name)] ?? NONE));
    return tableObject({ columns: names, rows }, at);
  }
  const mask = index.kind === "object" && index.type === SERIES ? seriesOf(index).values : undefined;
  if (mask?.every(({ kind }) => kind === "bool")) return withRows(table, (_, row) => isTrue(mask[row]), at);
  return interpreter.unknown("external-library", "which rows these are is not known", at);
};

const iterrows: MethodModel = (self, { at }) => {
  const table = tableOf(self);
  return iterator(table.rows.map((row, index) => tuple([int(index), rowObject(table, row, at)])));
};

const itertuples: MethodModel = (self, { args }) => {
  const { columns, rows } = tableOf(self);
  const index = argumentOf(args, 0, "index");
  const isIndexed = !(index?.kind === "bool" && !index.value);
  const names = [
    ...(isIndexed ? ["Index"] : []),
    ...columns.map((name, at) => (/^[A-Za-z]\w*$/.test(name) ? name : `_${at + Number(isIndexed)}`)),
  ];
  return iterator(
    rows.map((row, at): TupleValue => ({ kind: "tuple", complete: true, names, items: [...(isIndexed ? [int(at)] : []), ...row] })),
  );
};

const toDict: MethodModel = (self, { args, interpreter, at }) => {
  const table = tableOf(self);
  switch (textOf(args, 0, "orient") ?? "dict") {
    case "records":
      return list(table.rows.map((row) => recordOf(table, row)));
    case "list":
      return strDict(table.columns.map((name) => [name, list(columnOf(table, name) ?? [])] as const));
    case "index":
      return dict(table.rows.map((row, index) => [int(index), recordOf(table, row)] as const));
    case "dict":
      return strDict(
        table.columns.map(
          (name) => [name, dict((columnOf(table, name) ?? []).map((value, index) => [int(index), value] as const))] as const,
        ),
      );
    default:
      return interpreter.unknown("external-library", "what this makes of the table is not known", at);
  }
};

/** `groupby("column")`: pairs of a value and the rows that have it, the values sorted. */
const groupBy: MethodModel = (self, context) => {
  const { args, interpreter, at } = context;
  const table = tableOf(self);
  const name = textOf(args, 0, "by");
  const column = name === undefined ? undefined : columnOf(table, name);
  if (!column) return interpreter.unknown("external-library", "how this table is grouped is not known", at);
  const keys = distinct(
    column.filter((value) => !isMissing(value)),
    context,
  );
  const sorted = interpreter.call(
    { kind: "symbol", name: "builtins.sorted" },
    { positional: [{ value: list(keys), at }], keywords: new Map(), complete: true },
    at,
  );
  const groups = sorted.kind === "list" ? sorted.items : keys;
  return iterator(
    groups.map((key) => tuple([key, withRows(table, (_, row) => interpreter.equal(column[row] ?? NONE, key) === "yes", at)])),
  );
};

function distinct(values: readonly Value[], { interpreter }: CallContext): readonly Value[] {
  return values.filter((value, index) => !values.slice(0, index).some((earlier) => interpreter.equal(earlier, value) === "yes"));
}

/** Missing cells replaced; a dict says it column by column. */
const fillTable: MethodModel = (self, { args, at }) => {
  const { columns, rows } = tableOf(self);
  const given = argumentOf(args, 0, "value") ?? NONE;
  const fillOf = (name: string): Value | undefined =>
    given.kind === "dict" ? [...given.entries.values()].find(({ key }) => key.kind === "str" && key.value === name)?.value : given;
  const fills = columns.map(fillOf);
  return tableObject({ columns, rows: rows.map((row) => row.map((cell, index) => (isMissing(cell) ? (fills[index] ?? cell) : cell))) }, at);
};

const dropMissing: MethodModel = (self, { args, at }) => {
  const table = tableOf(self);
  const subset = args.keywords.get("subset")?.value;
  const names =
    subset?.kind === "str"
      ? [subset.value]
      : subset?.kind === "list"
        ? subset.items.flatMap((item) => (item.kind === "str" ? [item.value] : []))
        : table.columns;
  return withRows(table, (row) => !names.some((name) => isMissing(row[table.columns.indexOf(name)] ?? NONE)), at);
};

const unchanged: MethodModel = (self) => self;

const FRAME: TypeModel = {
  subscript: subscriptTable,
  iterate: (self) => list(tableOf(self).columns.map((name) => str(name))),
  attribute: (self, name, interpreter, at) => {
    const table = tableOf(self);
    if (name === "columns") return list(table.columns.map((column) => str(column)));
    if (name === "index") return list(table.rows.map((_, index) => int(index)));
    if (name === "values") return list(table.rows.map((row) => list(row)));
    if (name === "empty") return bool(table.rows.length === 0);
    if (name === "shape") return tuple([int(table.rows.length), int(table.columns.length)]);
    const column = columnOf(table, name);
    return column
      ? seriesObject({ values: column }, at)
      : interpreter.unknown("external-library", `\`DataFrame.${name}\` comes from a library`, at);
  },
  methods: {
    iterrows,
    itertuples,
    to_dict: toDict,
    groupby: groupBy,
    fillna: fillTable,
    dropna: dropMissing,
    copy: unchanged,
    reset_index: unchanged,
    __len__: (self) => int(tableOf(self).rows.length),
    head: (self, { args, at }) => {
      const count = argumentOf(args, 0, "n");
      const table = tableOf(self);
      return tableObject({ ...table, rows: table.rows.slice(0, count?.kind === "int" ? Number(count.value) : 5) }, at);
    },
    apply: (self, context) => {
      const table = tableOf(self);
      const axis = context.args.keywords.get("axis")?.value;
      if (axis?.kind !== "int" && axis?.kind !== "str")
        return context.interpreter.unknown("external-library", "what is applied here is not known", context.at);
      return seriesObject(
        { values: table.rows.map((row) => invoke(context, selfOf(context), rowObject(table, row, context.at))) },
        context.at,
      );
    },
  },
};

const subscriptSeries: NonNullable<TypeModel["subscript"]> = (self, index, { at, interpreter }) => {
  const { values, labels } = seriesOf(self);
  if (index.kind === "str" && labels) return values[labels.indexOf(index.value)] ?? raise("KeyError", index.value, at);
  if (index.kind === "int" && !labels) return values[Number(index.value)] ?? raise("KeyError", String(index.value), at);
  const mask = index.kind === "object" && index.type === SERIES ? seriesOf(index).values : undefined;
  if (mask?.every(({ kind }) => kind === "bool")) return seriesObject({ values: values.filter((_, at) => isTrue(mask[at])) }, at);
  return interpreter.unknown("external-library", "which values these are is not known", at);
};

const COMPARISONS: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">="]);

/** Element by element; a mask is what a comparison leaves. */
const operate: NonNullable<TypeModel["operator"]> = (operator, left, right, { at, interpreter }) => {
  if (!(interpreter instanceof Machine)) return undefined;
  const isSeries = (value: Value): boolean => value.kind === "object" && value.type === SERIES;
  if (operator === "unary~") return seriesObject({ values: seriesOf(left).values.map((value) => bool(!isTrue(value))) }, at);
  const length = Math.max(seriesOf(left).values.length, seriesOf(right).values.length);
  const values = Array.from({ length }, (_, index): Value => {
    const [one, other] = [left, right].map((side) => (isSeries(side) ? (seriesOf(side).values[index] ?? NONE) : side)) as [Value, Value];
    if (operator === "&") return bool(isTrue(one) && isTrue(other));
    if (operator === "|") return bool(isTrue(one) || isTrue(other));
    if (operator === "==" || operator === "!=") {
      const verdict = interpreter.equal(one, other);
      return verdict === "unknown"
        ? interpreter.unknown("unsupported", "these values are not compared", at)
        : bool((verdict === "yes") === (operator === "=="));
    }
    if (COMPARISONS.has(operator)) return ordered(operator, one, other);
    return binaryOperation(interpreter, operator, { left: one, right: other, at });
  });
  return seriesObject({ values }, at);
};

function ordered(operator: string, left: Value, right: Value): Value {
  const [one, other] = [left, right].map((value) => ("value" in value && typeof value.value !== "object" ? value.value : Number.NaN)) as [
    number,
    number,
  ];
  const isBelow = operator.startsWith("<") ? one < other : one > other;
  return bool(isBelow || (operator.endsWith("=") && one === other));
}

function onSeries(use: (values: readonly Value[], context: CallContext) => Value): MethodModel {
  return (self, context) => use(seriesOf(self as Value).values, context);
}

const asList = onSeries((values) => list(values));

function mapped(values: readonly Value[], context: CallContext): Value {
  const fn = selfOf(context);
  const apply = (value: Value): Value =>
    fn.kind === "dict" ? context.interpreter.subscript(fn, value, context.at) : invoke(context, fn, value);
  return seriesObject({ values: values.map(apply) }, context.at);
}

const SERIES_TYPE: TypeModel = {
  subscript: subscriptSeries,
  operator: operate,
  iterate: asList,
  attribute: (self, name, interpreter, at) => {
    const { values, labels } = seriesOf(self as Value);
    const own = labels ? values[labels.indexOf(name)] : undefined;
    if (own) return own;
    if (name === "values") return list(values);
    if (name === "index" && labels) return list(labels.map((label) => str(label)));
    if (name === "empty") return bool(values.length === 0);
    return interpreter.unknown("external-library", `\`Series.${name}\` comes from a library`, at);
  },
  methods: {
    tolist: asList,
    to_list: asList,
    unique: onSeries((values, context) => list(distinct(values, context))),
    drop_duplicates: onSeries((values, context) => seriesObject({ values: distinct(values, context) }, context.at)),
    dropna: onSeries((values, { at }) => seriesObject({ values: values.filter((value) => !isMissing(value)) }, at)),
    fillna: onSeries((values, context) =>
      seriesObject(
        { values: values.map((value) => (isMissing(value) ? (argumentOf(context.args, 0, "value") ?? value) : value)) },
        context.at,
      ),
    ),
    isna: onSeries((values, { at }) => seriesObject({ values: values.map((value) => bool(isMissing(value))) }, at)),
    notna: onSeries((values, { at }) => seriesObject({ values: values.map((value) => bool(!isMissing(value))) }, at)),
    isin: onSeries((values, context) => {
      const { items } = context.interpreter.iterate(selfOf(context), context.at);
      const isIn = (value: Value): Value => bool(items.some((item) => context.interpreter.equal(item, value) === "yes"));
      return seriesObject({ values: values.map(isIn) }, context.at);
    }),
    map: onSeries(mapped),
    apply: onSeries(mapped),
    __len__: onSeries((values) => int(values.length)),
    get: (self, { args }) => {
      const { values, labels } = seriesOf(self as Value);
      return values[labels?.indexOf(textOf(args, 0) ?? "") ?? -1] ?? argumentOf(args, 1, "default") ?? NONE;
    },
    to_dict: (self) => {
      const { values, labels } = seriesOf(self as Value);
      return dict(values.map((value, index) => [labels ? str(labels[index] ?? "") : int(index), value] as const));
    },
    items: (self) => {
      const { values, labels } = seriesOf(self as Value);
      return iterator(values.map((value, index) => tuple([labels ? str(labels[index] ?? "") : int(index), value])));
    },
  },
};

function missing(expected: boolean): SymbolModel {
  return (context) => {
    const value = selfOf(context);
    return value.kind === "unknown" || value.kind === "object"
      ? context.interpreter.unknown("external-library", "what is missing is not known", context.at)
      : bool(isMissing(value) === expected);
  };
}

export const PANDAS: LibraryPart = {
  symbols: {
    "pandas.read_csv": readTable(","),
    "pandas.read_table": readTable("\t"),
    "pandas.DataFrame": dataFrame,
    "pandas.isna": missing(true),
    "pandas.isnull": missing(true),
    "pandas.notna": missing(false),
    "pandas.notnull": missing(false),
  },
  types: { [DATA_FRAME]: FRAME, [SERIES]: SERIES_TYPE },
};
