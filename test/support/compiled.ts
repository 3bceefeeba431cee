/** For the environment of a process that a test starts: where Node keeps what it compiled of our sources during this run. Halves the start. */
export const COMPILED = { NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] };
