/** Tables and columns of `pandas` as far as module-level code walks over them: literal cells, in the order of the file. Both are immutable here. */
import type { CallContext } from "../../library.ts";
import { entryOf, float, int, strDict } from "../../make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../value.ts";

export const DATA_FRAME = "pandas.DataFrame";
export const SERIES = "pandas.Series";

export interface Table {
  readonly columns: readonly string[];
  /** As long as there are columns. */
  readonly rows: readonly (readonly Value[])[];
}

/** A column, or a row under the names of the columns. */
export interface Series {
  readonly values: readonly Value[];
  readonly labels?: readonly string[];
}

export function tableObject(table: Table, at: CallContext["at"]): LibraryObject {
  return { kind: "object", type: DATA_FRAME, fields: new Map(), at, payload: table };
}

export function seriesObject(series: Series, at: CallContext["at"]): LibraryObject {
  return { kind: "object", type: SERIES, fields: new Map(), at, payload: series };
}

export function tableOf(self: LibraryObject | InstanceValue): Table {
  return self.kind === "object" && self.payload !== undefined ? (self.payload as Table) : { columns: [], rows: [] };
}

export function seriesOf(self: Value): Series {
  return self.kind === "object" && self.type === SERIES ? (self.payload as Series) : { values: [] };
}

/** The values of a column; `undefined` when there is none of the name. */
export function columnOf({ columns, rows }: Table, name: string): readonly Value[] | undefined {
  const index = columns.indexOf(name);
  return index < 0 ? undefined : rows.map((row) => row[index] ?? NAN);
}

export function recordOf({ columns }: Table, row: readonly Value[]): Value {
  return strDict(columns.map((name, index) => [name, row[index] ?? NAN] as const));
}

export const NAN: Value = float(Number.NaN);

export function isMissing(value: Value): boolean {
  return value.kind === "none" || (value.kind === "float" && Number.isNaN(value.value));
}

/** What `read_csv` takes for missing unless told otherwise. */
const MISSING: ReadonlySet<string> = new Set([
  "",
  "#N/A",
  "#N/A N/A",
  "#NA",
  "-1.#IND",
  "-1.#QNAN",
  "-NaN",
  "-nan",
  "1.#IND",
  "1.#QNAN",
  "<NA>",
  "N/A",
  "NA",
  "NULL",
  "NaN",
  "None",
  "n/a",
  "nan",
  "null",
]);
const INTEGER = /^\s*[-+]?\d{1,15}\s*$/;
const DECIMAL = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

/** The cells of a column in the type that all of them have: integers, numbers, truth values, else texts. */
export function typedColumn(cells: readonly Value[], keepsMissing: boolean): readonly Value[] {
  const texts = cells.map((cell) => (cell.kind === "str" ? cell.value : ""));
  const isGap = (text: string): boolean => !keepsMissing && MISSING.has(text);
  const known = texts.filter((text) => !isGap(text));
  const all = (test: (text: string) => boolean): boolean => known.length > 0 && known.every(test);
  const convert = (use: (text: string) => Value): readonly Value[] =>
    cells.map((cell, index) => {
      const text = texts[index] ?? "";
      if (isGap(text)) return NAN;
      const value = use(text);
      return "origin" in cell && cell.origin && value.kind !== "unknown" ? ({ ...value, origin: cell.origin } as Value) : value;
    });
  if (known.length === 0) return convert(() => NAN);
  if (all((text) => INTEGER.test(text)))
    return convert((text) => (known.length === texts.length ? int(Number(text)) : float(Number(text))));
  if (all((text) => DECIMAL.test(text))) return convert((text) => float(Number(text)));
  if (known.length === texts.length && all((text) => /^(true|false)$/i.test(text)))
    return convert((text) => ({ kind: "bool", value: text.toLowerCase() === "true" }));
  return convert((text) => ({ kind: "str", value: text }));
}

/** Rows of the columns given one by one. */
export function tableOfColumns(columns: readonly (readonly [string, readonly Value[]])[]): Table {
  const length = Math.max(0, ...columns.map(([, values]) => values.length));
  const rows = Array.from({ length }, (_, row) => columns.map(([, values]) => values[row] ?? NAN));
  return { columns: columns.map(([name]) => name), rows };
}

/** A table of records under all the names that occur; what a record lacks is missing. */
export function tableOfRecords(records: readonly Value[]): Table {
  const columns = [
    ...new Set(
      records.flatMap((record) =>
        record.kind === "dict" ? [...record.entries.values()].map(({ key }) => (key.kind === "str" ? key.value : "")) : [],
      ),
    ),
  ];
  const rows = records.map((record) => columns.map((name) => (record.kind === "dict" ? entryOf(record, name) : undefined) ?? NAN));
  return { columns, rows };
}
