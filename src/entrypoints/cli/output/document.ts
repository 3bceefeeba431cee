/** Where the one document of a command goes: to standard output, or to a file, which is replaced as a whole. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AppError } from "../../../app/errors.ts";
import type { CliIo } from "../io.ts";

/** In pieces: a long one that is made while it is written. */
export type Document = string | { readonly pieces: Iterable<string> };

/** What is written ends with a newline in any case. Throws `file-unwritable`. */
export async function writeDocument(document: Document, output: string | undefined, io: CliIo): Promise<void> {
  const pieces = typeof document === "string" ? piecesOf(document) : document.pieces;
  if (output === undefined || output === "-") {
    for (const piece of pieces) io.stdout(piece);
    return;
  }
  const path = resolve(io.cwd, output);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, pieces);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new AppError({ code: "file-unwritable", path, reason }, { cause });
  }
}

/** The newline apart from the text: putting a document of tens of megabytes together with it would double the memory. */
function piecesOf(text: string): readonly string[] {
  return text.endsWith("\n") ? [text] : [text, "\n"];
}
