/** Lists in `setup.cfg`, as setuptools reads them: one item a line. */
export function iniList(value: string | undefined): readonly string[] {
  return (value ?? "")
    .split(/\n/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
