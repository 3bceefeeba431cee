/** A log that a test looks back on. */
import type { Log } from "../../../src/ports/log.ts";

interface LoggedLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface RecordingLog extends Log {
  readonly lines: readonly LoggedLine[];
}

export function createRecordingLog(): RecordingLog {
  const lines: LoggedLine[] = [];
  const write =
    (level: LoggedLine["level"]) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
      void lines.push({ level, message, fields });
  return { lines, debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
