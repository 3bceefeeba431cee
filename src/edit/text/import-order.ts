/**
 * Where a new line of imports goes: into the block of its section, where the block's own order puts it, else into a block of its own. Sections are
 * isort's and ruff's: `__future__`, the standard library, other packages, the project's own, relative imports.
 */
import { compareKeys } from "../../base/order.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Import, ImportFrom, Statement } from "../../syntax/statement.ts";
import { lineStart, nextLine, styleOf } from "./source-style.ts";

/** What is compared of an import. */
export interface ImportOrder {
  /** Dotted; relative ones begin with their dots. */
  readonly module: string;
  /** `import x`, not `from x import y`. */
  readonly plain: boolean;
}

export interface ImportPlace {
  readonly at: number;
  /** Text around the line, line ends included. */
  readonly before: string;
  readonly after: string;
}

/** `undefined`: the file has no imports but those of `__future__`. */
export function placeOfImport(file: SourceFile, wanted: ImportOrder): ImportPlace | undefined {
  const blocks = blocksOf(file).filter(([first]) => first && sectionOf(orderOf(first), file.path) > Section.future);
  const last = blocks.at(-1);
  if (!last) return undefined;
  const section = sectionOf(wanted, file.path);
  const sections = (block: Block) => block.map((each) => sectionOf(orderOf(each), file.path));
  const own =
    blocks.find((block) => block.some((each) => topOf(orderOf(each)) === topOf(wanted))) ??
    blocks.findLast((block) => sections(block).includes(section));
  if (own) return placeInBlock(file, own, wanted);
  const { newline } = styleOf(file);
  const following = blocks.find((block) => sections(block).every((each) => each > section))?.[0];
  if (following) return { at: lineStart(file.text, following.start), before: "", after: newline + newline };
  const at = nextLine(file.text, last.at(-1)?.end ?? 0);
  return { at, before: (endsInLine(file.text, at) ? "" : newline) + newline, after: newline };
}

type AnyImport = Import | ImportFrom;
type Block = readonly AnyImport[];

export function isImport(statement: Statement): statement is AnyImport {
  return statement.kind === "import" || statement.kind === "import-from";
}

/** Imports of the module that stand on lines next to each other. */
function blocksOf({ text, tree }: SourceFile): readonly Block[] {
  const blocks: AnyImport[][] = [];
  for (const each of tree.body.filter(isImport)) {
    const previous = blocks.at(-1)?.at(-1);
    const between = previous ? text.slice(nextLine(text, previous.end), lineStart(text, each.start)) : "\n";
    if (between.split(/\r\n|\n|\r/).some((line, index, lines) => index < lines.length - 1 && !line.startsWith("#"))) blocks.push([each]);
    else blocks.at(-1)?.push(each);
  }
  return blocks;
}

function placeInBlock(file: SourceFile, block: Block, wanted: ImportOrder): ImportPlace {
  const { newline } = styleOf(file);
  const written = block.map(orderOf);
  const order = ORDERS.find((compare) => written.every((each, index) => index === 0 || compare(written[index - 1] ?? each, each) <= 0));
  const next = order ? block.find((each) => order(wanted, orderOf(each)) < 0) : undefined;
  if (next) return { at: lineStart(file.text, next.start), before: "", after: newline };
  const at = nextLine(file.text, block.at(-1)?.end ?? 0);
  return { at, before: endsInLine(file.text, at) ? "" : newline, after: newline };
}

function endsInLine(text: string, at: number): boolean {
  return /[\r\n]$/.test(text.slice(0, at));
}

const byModule = (left: ImportOrder, right: ImportOrder) => compareKeys(left.module.toLowerCase(), right.module.toLowerCase());

/** isort's own order, and that of `force_sort_within_sections`. */
const ORDERS: readonly ((left: ImportOrder, right: ImportOrder) => number)[] = [
  (left, right) => Number(right.plain) - Number(left.plain) || byModule(left, right),
  byModule,
];

function orderOf(statement: AnyImport): ImportOrder {
  if (statement.kind === "import") return { module: statement.names[0]?.name ?? "", plain: true };
  return { module: ".".repeat(statement.level) + statement.module, plain: false };
}

const Section = { future: 0, standard: 1, other: 2, own: 3, relative: 4 } as const;

function sectionOf({ module }: ImportOrder, path: string): number {
  const top = topOf({ module });
  if (module.startsWith(".")) return Section.relative;
  if (top === "__future__") return Section.future;
  if (STANDARD.has(top)) return Section.standard;
  return path.split("/").includes(top) ? Section.own : Section.other;
}

function topOf({ module }: Pick<ImportOrder, "module">): string {
  return module.startsWith(".") ? "." : (module.split(".")[0] ?? "");
}

const STANDARD: ReadonlySet<string> = new Set(
  (
    "abc argparse ast asyncio base64 calendar collections concurrent contextlib copy csv dataclasses datetime decimal email enum functools glob " +
    "gzip hashlib heapq hmac html http importlib inspect io itertools json logging math multiprocessing operator os pathlib pickle pkgutil platform " +
    "pprint queue random re secrets shlex shutil signal socket sqlite3 ssl statistics string struct subprocess sys tempfile textwrap threading time " +
    "traceback types typing unittest urllib uuid warnings weakref xml zipfile zoneinfo"
  ).split(" "),
);
