import { describe, expect, it } from "vitest";
import { readTar } from "../../../src/adapters/github/source/tar-reader.ts";

interface Entry {
  readonly name: string;
  readonly type?: string;
  readonly content?: string;
  readonly prefix?: string;
  readonly size?: string;
}

/** A tar archive by hand, as strange as it has to be. */
function tar(...entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ name, type = "0", content = "", prefix = "", size }) => {
    const header = Buffer.alloc(512);
    const bytes = Buffer.from(content);
    header.write(name, 0);
    header.write(size ?? bytes.length.toString(8).padStart(11, "0"), 124, "latin1");
    header.write(type, 156);
    header.write(prefix, 345);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** In chunks of `size` bytes, as a network might bring them. */
async function* chunked(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, { chunk = 100, wants = () => true }: { chunk?: number; wants?: (path: string) => boolean } = {}) {
  const files: Record<string, string> = {};
  for await (const { path, bytes: content } of readTar(chunked(bytes, chunk), wants)) files[path] = Buffer.from(content).toString("utf8");
  return files;
}

const pax = (path: string) => {
  const record = ` path=${path}\n`;
  const length = record.length + String(record.length + 3).length;
  return { name: "pax_header", type: "x", content: `${length}${record}` };
};

describe("reading a tar stream", () => {
  it.each([1, 7, 512, 100_000])("gives the same files in chunks of %i bytes", async (chunk) => {
    const archive = tar(
      { name: "shop/a.py", content: "a = 1\n" },
      { name: "shop/empty.py" },
      { name: "shop/b.py", content: "b".repeat(1300) },
    );

    expect(await read(archive, { chunk })).toEqual({ "shop/a.py": "a = 1\n", "shop/empty.py": "", "shop/b.py": "b".repeat(1300) });
  });

  it("reads long paths in each of the three ways", async () => {
    const long = `${"folder/".repeat(40)}a.py`;
    const archive = tar(
      pax(long),
      { name: "cut", content: "pax" },
      { name: "././@LongLink", type: "L", content: `${long}2\0` },
      { name: "cut", content: "gnu" },
      { name: "a.py", prefix: "some/prefix", content: "ustar" },
    );

    expect(await read(archive)).toEqual({ [long]: "pax", [`${long}2`]: "gnu", "some/prefix/a.py": "ustar" });
  });

  it("leaves out folders, links, devices, and what nobody wants", async () => {
    const archive = tar(
      { name: "pax_global_header", type: "g", content: "52 comment=0123456789012345678901234567890123456789\n" },
      { name: "shop/", type: "5" },
      { name: "shop/link.py", type: "2" },
      { name: "shop/large.csv", content: "x".repeat(5000) },
      { name: "shop/a.py", content: "a = 1\n" },
    );

    expect(await read(archive, { wants: (path) => path.endsWith(".py") })).toEqual({ "shop/a.py": "a = 1\n" });
  });

  it("ends with an error when the stream ends inside a file, or makes no sense", async () => {
    await expect(read(tar({ name: "a.py", content: "x".repeat(2000) }).subarray(0, 1000))).rejects.toThrow("ends inside a file");
    await expect(read(tar({ name: "a.py", size: "not octal!!" }))).rejects.toThrow("no size");
    await expect(read(tar({ name: "x", type: "x", size: "77777777777" }))).rejects.toThrow("too long");
  });
});
