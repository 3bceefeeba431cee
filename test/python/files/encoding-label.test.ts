import { describe, expect, it } from "vitest";
import { encodingLabel } from "../../../src/python/files/encoding-label.ts";

describe("encodingLabel", () => {
  it.each([
    ["utf-8", "utf-8"],
    ["UTF_8", "utf-8"],
    ["utf8", "utf8"],
    ["ascii", "utf-8"],
    ["latin-1", "iso-8859-1"],
    ["latin_1", "iso-8859-1"],
    ["iso8859-15", "iso-8859-15"],
    ["ISO_8859_2", "iso-8859-2"],
    ["latin9", "iso-8859-15"],
    ["cp1252", "windows-1252"],
    ["shift_jis", "shift-jis"],
    ["koi8-r", "koi8-r"],
  ])("knows Python's %s as %s, which a decoder takes", (name, label) => {
    expect(encodingLabel(name)).toBe(label);
    expect(() => new TextDecoder(label)).not.toThrow();
  });
});
