/**
 * Writes a change set to the disk: all files or none. Each file is compared with what was read, written beside its place and moved there; when a
 * move fails, those that were moved are put back.
 */
import { randomUUID } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../../app/errors.ts";
import type { ChangeSet, FileChange } from "../../edit/change-set.ts";

/** `root` is the absolute path of what the change set's paths are relative to. Throws `file-unwritable`. */
export async function writeChanges(root: string, { files }: ChangeSet): Promise<void> {
  const staged: { readonly change: FileChange; readonly target: string; readonly draft: string }[] = [];
  const moved: typeof staged = [];
  try {
    for (const change of files) {
      const target = join(root, change.path);
      await requireUnchanged(target, change);
      const draft = `${target}.${randomUUID()}.tmp`;
      staged.push({ change, target, draft });
      await attempt(change.path, async () => {
        await mkdir(dirname(target), { recursive: true });
        await writeFile(draft, change.after, { flag: "wx" });
        if (change.before !== null) await chmod(draft, (await stat(target)).mode);
      });
    }
    for (const each of staged) {
      await requireUnchanged(each.target, each.change);
      await attempt(each.change.path, () => rename(each.draft, each.target));
      moved.push(each);
    }
  } catch (error) {
    for (const { change, target } of moved) await (change.before === null ? rm(target, { force: true }) : writeFile(target, change.before));
    throw error;
  } finally {
    for (const { draft } of staged) await rm(draft, { force: true });
  }
}

async function requireUnchanged(target: string, { path, before }: FileChange): Promise<void> {
  const now = await readFile(target).catch(() => undefined);
  const isSame = before === null ? now === undefined : now?.equals(Buffer.from(before, "utf8"));
  if (!isSame) throw new AppError({ code: "file-unwritable", path, reason: "it has changed since it was read; run the command again" });
}

async function attempt(path: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    throw new AppError({ code: "file-unwritable", path, reason: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}
