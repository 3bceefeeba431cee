/** Log lines: for a person at a terminal `message key=value`, for a machine one JSON object, each on one line. */
import type { Log } from "../ports/log.ts";

export type LogLevel = "debug" | "info" | "warn" | "error";

const ORDER: readonly LogLevel[] = ["debug", "info", "warn", "error"];

/** Writes lines of at least `level` with `write`; the line ends with a newline. */
export function createLineLog(level: LogLevel, write: (line: string) => void): Log {
  return createLog(level, write, (own, message, fields) => {
    const shown = Object.entries(fields).map(([name, value]) => ` ${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
    return `${own === "info" || own === "debug" ? "" : `${own}: `}${message}${shown.join("")}`;
  });
}

/** `{"level":"info","message":"…",…}`; a field cannot take the place of these two. */
export function createJsonLog(level: LogLevel, write: (line: string) => void): Log {
  return createLog(level, write, (own, message, fields) =>
    JSON.stringify(Object.assign({ level: own, message }, fields, { level: own, message })),
  );
}

type Fields = Readonly<Record<string, unknown>>;

function createLog(
  level: LogLevel,
  write: (line: string) => void,
  format: (own: LogLevel, message: string, fields: Fields) => string,
): Log {
  const at =
    (own: LogLevel) =>
    (message: string, fields: Fields = {}) => {
      if (ORDER.indexOf(own) >= ORDER.indexOf(level)) write(`${format(own, message, fields)}\n`);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
