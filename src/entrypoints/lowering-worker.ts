/** The other side of `adapters/lowering`: takes texts until none is left, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { readParserBinaries } from "../adapters/files/package-files.ts";
import { type LoweredText, type SharedTexts, takeNext } from "../adapters/lowering/shared-texts.ts";
import { createPythonParser } from "../syntax/python-parser.ts";

const shared = workerData as SharedTexts;
const { parseModule } = await createPythonParser(await readParserBinaries());

for (let next = takeNext(shared); next; next = takeNext(shared)) {
  const lowered: LoweredText = { index: next.index, tree: JSON.stringify(parseModule(next.text)) };
  parentPort?.postMessage(lowered);
}
