/** `import` and `from … import`. */
import { identifierOf } from "../identifier.ts";
import type { ImportedName, Statement } from "../statement.ts";
import { END, NODE } from "./node-type.ts";
import type { TreeReader } from "./tree-reader.ts";

export function lowerImport(reader: TreeReader): Statement {
  const span = reader.span();
  const names: ImportedName[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) addName(reader, kind, names);
  reader.up();
  return { kind: "import", ...span, names };
}

/** `from __future__ import …` has a node of its own, without a module. */
export function lowerImportFrom(reader: TreeReader): Statement {
  const span = reader.span();
  const names: ImportedName[] = [];
  let isStar = false;
  let level = 0;
  let module = "";
  let isAfterImport = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) {
      const token = reader.token();
      if (token === "import") isAfterImport = true;
      else if (token === "__future__") module = token;
    } else if (kind === NODE.wildcard_import) isStar = true;
    else if (isAfterImport) addName(reader, kind, names);
    else if (kind === NODE.relative_import) ({ level, module } = lowerRelative(reader));
    else if (kind === NODE.dotted_name) module = dotted(reader.slice());
  }
  reader.up();
  return { kind: "import-from", ...span, level, module, names: isStar ? "*" : names };
}

function lowerRelative(reader: TreeReader): { readonly level: number; readonly module: string } {
  let level = 0;
  let module = "";
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.import_prefix) level = reader.slice().split(".").length - 1;
    else if (kind === NODE.dotted_name) module = dotted(reader.slice());
  }
  reader.up();
  return { level, module };
}

function addName(reader: TreeReader, kind: number, names: ImportedName[]): void {
  if (kind === NODE.dotted_name) names.push({ ...reader.span(), name: dotted(reader.slice()) });
  else if (kind === NODE.aliased_import) names.push(lowerAlias(reader));
}

function lowerAlias(reader: TreeReader): ImportedName {
  const span = reader.span();
  let name = "";
  let alias: string | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.dotted_name) name = dotted(reader.slice());
    else if (kind === NODE.identifier) alias = identifierOf(reader.slice());
  }
  reader.up();
  return { ...span, name, ...(alias && { alias }) };
}

/** `a . b` is `a.b`; a comment or a line continuation may stand between. */
function dotted(written: string): string {
  const name = identifierOf(written);
  return /[\s\\#]/.test(name) ? name.replace(/#.*|[\s\\]+/g, "") : name;
}
