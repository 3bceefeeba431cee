#!/usr/bin/env node
/**
 * The `dagsight` command: the process handed to `main`. The exit code is set and not forced, so that a pipe is emptied first; a reader
 * that has gone (`dagsight graph | head`) is no error. What a command imports is kept compiled between runs, where Node can (from 22.8).
 */
import module from "node:module";
import process from "node:process";
import { cacheFolder } from "./cli/cache-folder.ts";
import { main } from "./cli/main.ts";

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

// Beside the compact trees, and pruned with them: never in a folder for temporary files, where others could leave code for this user.
const cache = cacheFolder(process.env);
if (cache !== undefined) module.enableCompileCache?.(cache);

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  interactive: process.stdout.isTTY === true,
  columns: process.stdout.columns,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  interrupted: () => new Promise((settle) => process.once("SIGINT", () => settle()).once("SIGTERM", () => settle())),
});
