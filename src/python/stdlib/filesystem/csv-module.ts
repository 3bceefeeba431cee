/** `csv.reader` and `csv.DictReader` over files of the repository, texts and lists of lines: rows with the place of every field. */
import { type CsvDialect, parseCsv } from "../../../formats/csv.ts";
import type { FormatNode } from "../../../formats/format-node.ts";
import { argumentOf, selfOf } from "../../builtins/arguments.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { dict, iterator, list, NONE, str } from "../../make-value.ts";
import type { DictValue, Unknown, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";
import { valueOfNode } from "./document-formats.ts";
import { contentOf } from "./files.ts";

const READER = "csv.DictReader";

/** The dialect that a call names; `undefined` when it is not known. */
export function dialectOf({ args }: CallContext): Partial<CsvDialect> | undefined {
  const text = (name: string): string | undefined => {
    const value = args.keywords.get(name)?.value;
    return value?.kind === "str" ? value.value : undefined;
  };
  const skips = args.keywords.get("skipinitialspace")?.value;
  const named = text("dialect");
  if (args.keywords.get("dialect") && named !== "excel" && named !== "excel-tab") return undefined;
  const delimiter = text("delimiter") ?? (named === "excel-tab" ? "\t" : undefined);
  const quote = text("quotechar");
  return {
    ...(delimiter !== undefined && { delimiter }),
    ...(quote !== undefined && { quote }),
    ...(skips?.kind === "bool" && { skipsInitialSpace: skips.value }),
  };
}

/** Rows of fields, the blank ones too. */
function rowsOf(context: CallContext): readonly (readonly Value[])[] | Unknown {
  const content = contentOf(selfOf(context), context);
  if (!("text" in content)) return content;
  const dialect = dialectOf(context);
  if (!dialect) return context.interpreter.unknown("unsupported", "the dialect of this CSV is not known", context.at);
  return parseCsv(content.text, dialect).items.map((row) => fieldsOfRow(row, content.path));
}

export function fieldsOfRow(row: FormatNode, path: string | undefined): readonly Value[] {
  return row.kind === "sequence" ? row.items.map((field) => valueOfNode(field, path)) : [];
}

const reader: SymbolModel = (context) => {
  const rows = rowsOf(context);
  return "kind" in rows ? (rows as Unknown) : iterator(rows.map((row) => list(row)));
};

/** Rows under their names; what is missing is None (or `restval`), what has no name is a list under None (or `restkey`). */
const dictReader: SymbolModel = (context) => {
  const rows = rowsOf(context);
  if ("kind" in rows) return rows as Unknown;
  const { args, at } = context;
  const given = argumentOf(args, 1, "fieldnames");
  const filled = rows.filter((row) => row.length > 0);
  const names = given && given.kind !== "none" ? context.interpreter.iterate(given, at).items : (filled[0] ?? []);
  const [restKey, restValue] = [argumentOf(args, 2, "restkey") ?? NONE, argumentOf(args, 3, "restval") ?? NONE];
  const records = (names === filled[0] ? filled.slice(1) : filled).map((row): DictValue => {
    const extra = row.slice(names.length);
    const entries = names.map((name, index) => [name, row[index] ?? restValue] as const);
    return dict(extra.length > 0 ? [...entries, [restKey, list(extra)]] : entries);
  });
  const fields = new Map<string, Value>([
    ["fieldnames", list(names)],
    ["records", iterator(records)],
  ]);
  return { kind: "object", type: READER, fields, at };
};

export const CSV: LibraryPart = {
  symbols: { "csv.reader": reader, "csv.DictReader": dictReader },
  constants: { "csv.QUOTE_ALL": str("QUOTE_ALL"), "csv.QUOTE_MINIMAL": str("QUOTE_MINIMAL") },
  types: {
    [READER]: {
      iterate: (self) => (self.kind === "object" ? (self.fields.get("records") ?? NONE) : NONE),
      methods: {
        __next__: (self, { interpreter, at }) => {
          const records = self.kind === "object" ? self.fields.get("records") : undefined;
          return interpreter.call(
            { kind: "symbol", name: "builtins.next" },
            { positional: [{ value: records ?? NONE, at }], keywords: new Map(), complete: true },
            at,
          );
        },
      },
    },
  },
};
