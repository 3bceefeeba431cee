/**
 * Reads the regular files of a tar stream as `git archive` writes it: ustar headers, pax headers for long paths, GNU long names. Links,
 * folders and devices are skipped. A header that makes no sense ends the reading with an error: the caller has another way.
 */
const BLOCK = 512;
const LARGEST_EXTENSION = 1024 * 1024;
const EXTENSIONS = new Set(["x", "g", "L"]);
const REGULAR = new Set(["0", "\0"]);

export interface TarFile {
  /** As archived: `acme-shop-1234567/src/a.py`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files that `wants` says no to are skipped without being held. `size` in bytes. */
export async function* readTar(stream: AsyncIterable<Uint8Array>, wants: (path: string, size: number) => boolean): AsyncGenerator<TarFile> {
  const source = createByteSource(stream);
  let longPath: string | undefined;
  for (let entry = await readEntry(source); entry !== undefined; entry = await readEntry(source)) {
    const { type, size } = entry;
    if (EXTENSIONS.has(type)) {
      if (size > LARGEST_EXTENSION) throw new RangeError("a tar extension header is too long");
      const content = await takePadded(source, size);
      // A global header speaks of the archive: git writes the commit's id there.
      if (type !== "g") longPath = type === "x" ? paxPath(content) : readText(content);
      continue;
    }
    const path = longPath ?? entry.path;
    longPath = undefined;
    if (REGULAR.has(type) && wants(path, size)) yield { path, bytes: await takePadded(source, size) };
    else await source.skip(padded(size));
  }
}

type ByteSource = ReturnType<typeof createByteSource>;

async function readEntry(source: ByteSource): Promise<{ readonly path: string; readonly type: string; readonly size: number } | undefined> {
  const header = await source.take(BLOCK);
  if (header === undefined || header.every((byte) => byte === 0)) return undefined;
  return { path: ustarPath(header), type: String.fromCharCode(header[156] ?? 0), size: readNumber(header.subarray(124, 136)) };
}

async function takePadded(source: ByteSource, size: number): Promise<Uint8Array> {
  const bytes = await source.take(padded(size));
  if (bytes === undefined) throw new RangeError("the tar stream ends inside a file");
  return bytes.slice(0, size);
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString("utf8");
}

function ustarPath(header: Uint8Array): string {
  const prefix = readText(header.subarray(345, 500));
  const name = readText(header.subarray(0, 100));
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Octal digits, or base 256 when the highest bit is set. */
function readNumber(field: Uint8Array): number {
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  const size = Number.parseInt(readText(field).trim() || "0", 8);
  if (Number.isNaN(size)) throw new RangeError("a tar header has no size");
  return size;
}

/** `27 path=some/long/path\n`: the number is the record's length in bytes, itself included. */
function paxPath(content: Uint8Array): string | undefined {
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const length = Number(Buffer.from(content.subarray(at, space)).toString("latin1"));
    if (space < 0 || !(length > 0)) return undefined;
    const record = Buffer.from(content.subarray(space + 1, at + length - 1)).toString("utf8");
    if (record.startsWith("path=")) return record.slice("path=".length);
    at += length;
  }
  return undefined;
}

/** The chunks of a stream, taken by the byte. */
function createByteSource(stream: AsyncIterable<Uint8Array>) {
  const chunks = stream[Symbol.asyncIterator]();
  let buffered: Buffer[] = [];
  let available = 0;

  async function fill(count: number): Promise<boolean> {
    while (available < count) {
      const { value, done } = await chunks.next();
      if (done === true) return false;
      buffered.push(Buffer.from(value));
      available += value.length;
    }
    return true;
  }

  function cut(count: number): Buffer {
    const whole = buffered.length === 1 ? (buffered[0] ?? Buffer.alloc(0)) : Buffer.concat(buffered);
    buffered = [whole.subarray(count)];
    available -= count;
    return whole.subarray(0, count);
  }

  return {
    /** `undefined` when the stream ends before. */
    async take(count: number): Promise<Uint8Array | undefined> {
      return (await fill(count)) ? cut(count) : undefined;
    },
    async skip(count: number): Promise<void> {
      for (let left = count; left > 0; ) {
        if (available === 0 && !(await fill(1))) throw new RangeError("the tar stream ends inside a file");
        const step = Math.min(left, available);
        cut(step);
        left -= step;
      }
    },
  };
}
