#!/usr/bin/env node
/**
 * The `dagsight` command: the process handed to `main`. The exit code is set and not forced, so that a pipe is emptied first; a reader
 * that has gone (`dagsight graph | head`) is no error.
 */
import process from "node:process";
import { main } from "./cli/main.ts";

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  interactive: process.stdout.isTTY === true,
  columns: process.stdout.columns,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  interrupted: () => new Promise((settle) => process.once("SIGINT", () => settle()).once("SIGTERM", () => settle())),
});
