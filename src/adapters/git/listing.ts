/** What `git ls-tree` and `git ls-files` print, as data. Symlinks and submodules are no files of the repository and are left out. */
const REGULAR_FILE = /^100/;

/** One regular file in a tree or in the index. */
export interface ListedFile {
  readonly path: string;
  readonly id: string;
  /** 0, or 1 to 3 while a merge is not resolved. */
  readonly stage: number;
}

/** `git ls-tree -r -z`: `MODE TYPE ID\tPATH\0`. */
export function parseTreeListing(output: Buffer): readonly ListedFile[] {
  return splitRecords(output).flatMap((record) => {
    const [, mode = "", id = "", path = ""] = /^(\d+) \S+ (\S+)\t([\s\S]*)$/.exec(record) ?? [];
    return REGULAR_FILE.test(mode) ? [{ path, id, stage: 0 }] : [];
  });
}

/** `git ls-files -z --stage`: `MODE ID STAGE\tPATH\0`. */
export function parseIndexListing(output: Buffer): readonly ListedFile[] {
  return splitRecords(output).flatMap((record) => {
    const [, mode = "", id = "", stage = "0", path = ""] = /^(\d+) (\S+) (\d)\t([\s\S]*)$/.exec(record) ?? [];
    return REGULAR_FILE.test(mode) ? [{ path, id, stage: Number(stage) }] : [];
  });
}

/** The records of a `-z` output. A name that is not UTF-8 keeps its place with replacement characters: no Python code can import it. */
export function splitRecords(output: Buffer): readonly string[] {
  const records = output.toString("utf8").split("\0");
  records.pop();
  return records;
}
