/**
 * INI files as Python's configparser reads setup.cfg: sections, `key = value`, continuation lines by indentation, `#` and `;` comments on lines of their
 * own. Values are strings; lists in them (`install_requires`) are one item a line, split by whoever asks.
 */
export function parseIni(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const sections: Record<string, Record<string, string>> = Object.create(null);
  let section: Record<string, string> | undefined;
  let key: string | undefined;
  for (const line of text.split(/\r?\n|\r/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const header = /^\[([^\]]+)\]/.exec(line);
    if (header?.[1] !== undefined) {
      section = sections[header[1]] ??= Object.create(null) as Record<string, string>;
      key = undefined;
    } else if (/^\s/.test(line) && section && key !== undefined) {
      section[key] = `${section[key]}\n${line.trim()}`;
    } else if (section) {
      const pair = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(line);
      key = pair?.[1]?.trim().toLowerCase();
      if (key !== undefined) section[key] = pair?.[2]?.trim() ?? "";
    }
  }
  return sections;
}

/** `a; b` or one item a line, as setuptools reads a list. */
export function iniList(value: string | undefined): readonly string[] {
  return (value ?? "")
    .split(/\n/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
