/** Where the one document of a command goes: to standard output, or to a file, which is replaced as a whole. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AppError } from "../../../app/errors.ts";
import type { CliIo } from "../io.ts";

/** `text` ends with one newline in any case. Throws `file-unwritable`. */
export async function writeDocument(text: string, output: string | undefined, io: CliIo): Promise<void> {
  const document = text.endsWith("\n") ? text : `${text}\n`;
  if (output === undefined || output === "-") return io.stdout(document);
  const path = resolve(io.cwd, output);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, document);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new AppError({ code: "file-unwritable", path, reason }, { cause });
  }
}
