/** A check run's output within GitHub's limits: 65,535 bytes of summary and of text, 64 KB of message, 255 units of title. */
import type { CheckAnnotation, CheckOutput } from "../../../ports/code-host.ts";
import { truncateToBytes, truncateToUnits } from "./text-limit.ts";

export const ANNOTATIONS_PER_REQUEST = 50;

const LARGEST_TEXT = 65_535;
const LARGEST_MESSAGE = 64 * 1024;
const LONGEST_TITLE = 255;

export function requestOutput({ title, summary, text }: CheckOutput) {
  return {
    title: truncateToUnits(title, LONGEST_TITLE),
    summary: truncateToBytes(summary, LARGEST_TEXT),
    ...(text === undefined ? {} : { text: truncateToBytes(text, LARGEST_TEXT) }),
  };
}

export function requestAnnotation({ path, startLine, endLine, columns, level, title, message }: CheckAnnotation) {
  // GitHub refuses columns over several lines.
  const place = columns === undefined || startLine !== endLine ? {} : { start_column: columns.start, end_column: columns.end };
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...place,
    annotation_level: level,
    title: truncateToUnits(title, LONGEST_TITLE),
    message: truncateToBytes(message, LARGEST_MESSAGE),
  };
}

interface AnyAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly annotation_level: string | null;
  readonly title: string | null;
  readonly message: string | null;
}

/** Equal for an annotation that we send and the same one as GitHub gives it back. */
export function annotationKey({ path, start_line, annotation_level, title, message }: AnyAnnotation): string {
  return JSON.stringify([path, start_line, annotation_level, title, message]);
}
