/** The other side of `adapters/lowering`: texts in, compact trees out. */
import { parentPort } from "node:worker_threads";
import { readParserBinaries } from "../adapters/files/package-files.ts";
import { createPythonParser } from "../syntax/python-parser.ts";

const parser = createPythonParser(await readParserBinaries());

parentPort?.on("message", async (texts: readonly string[]) => {
  const { parseModule } = await parser;
  parentPort?.postMessage(texts.map(parseModule));
});
