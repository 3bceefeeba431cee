/** Several PATHs, opened together and closed together. */
import type { CliIo } from "../io.ts";
import type { EntryOptions } from "../options.ts";
import { type OpenedProject, openProject } from "./open-project.ts";

export interface OpenedProjects {
  readonly projects: readonly OpenedProject[];
  close(): Promise<void>;
}

/** None is `.`. Throws as `openProject` does; what was opened by then is closed. */
export async function openProjects(paths: readonly string[], options: EntryOptions, io: CliIo): Promise<OpenedProjects> {
  const projects: OpenedProject[] = [];
  const close = async () => {
    for (const project of projects) await project.close();
  };
  try {
    for (const path of paths.length === 0 ? ["."] : paths) projects.push(await openProject(path, options, io));
    return { projects, close };
  } catch (error) {
    await close();
    throw error;
  }
}
