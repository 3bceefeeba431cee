/** The other side of `adapters/lowering`: reads the texts that nobody has claimed, in their order, and ends. */
import { workerData } from "node:worker_threads";
import { readParserBinaries } from "../adapters/files/package-files.ts";
import { claimFrom, deliver, type LoweringTask } from "../adapters/lowering/shared-texts.ts";
import { createPythonParser } from "../syntax/python-parser.ts";

const task = workerData as LoweringTask;
const { parseModule } = await createPythonParser(await readParserBinaries());

for (let next = claimFrom(task, 0); next; next = claimFrom(task, next.index)) {
  deliver(task, { index: next.index, tree: JSON.stringify(parseModule(next.text)) });
}
