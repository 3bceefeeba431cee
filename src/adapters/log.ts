/** Log lines for a person at a terminal: `message key=value`, one a line. What runs as a server brings a logger of its own. */
import type { Log } from "../ports/log.ts";

export type LogLevel = "debug" | "info" | "warn" | "error";

const ORDER: readonly LogLevel[] = ["debug", "info", "warn", "error"];

/** Writes lines of at least `level` with `write`; the line ends with a newline. */
export function createLineLog(level: LogLevel, write: (line: string) => void): Log {
  const at =
    (own: LogLevel) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) => {
      if (ORDER.indexOf(own) < ORDER.indexOf(level)) return;
      const shown = Object.entries(fields).map(([name, value]) => ` ${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
      write(`${own === "info" || own === "debug" ? "" : `${own}: `}${message}${shown.join("")}\n`);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
