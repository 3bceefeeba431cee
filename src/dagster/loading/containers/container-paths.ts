/**
 * Absolute paths of the containers that the repository is deployed in: `/opt/dbt` is the folder `dbt` when a Dockerfile copies it there or a
 * compose file mounts it. Read once, and only when code names such a path. Several images may disagree: those that hold the code location's own entry
 * stand for all others, and where they still lead to different places the path stays unknown.
 */
import { fileNameOf } from "../../../base/repository-path.ts";
import type { SourceTree } from "../../../base/source-tree.ts";
import { normalize } from "../../../python/files/virtual-path.ts";
import type { ProjectFiles } from "../../version/project-files.ts";
import { composeImages, imageOfDockerfile, isComposeFile, isDockerfile } from "./compose-images.ts";
import { holdsFile, type Image, originOf } from "./image.ts";

/** More images than this say nothing clear of any. */
const MAX_FILES = 60;

const imagesOfTrees = new WeakMap<SourceTree, readonly Image[]>();

/** Gives the path in the repository for an absolute path of a container of the location whose entry file is `entry`. */
export function containerPaths(files: ProjectFiles, entry: string | undefined): (path: string) => string | undefined {
  const answers = new Map<string, string | undefined>();
  return (path) => {
    const place = normalize(path);
    if (!place.startsWith("/")) return undefined;
    if (!answers.has(place)) answers.set(place, lookUp(place, files, entry));
    return answers.get(place);
  };
}

function lookUp(place: string, files: ProjectFiles, entry: string | undefined): string | undefined {
  const { tree } = files;
  const exists = (path: string): boolean => tree.has(path) || tree.hasFolder(path);
  const images = imagesOf(files);
  const own = entry === undefined ? [] : images.filter((image) => holdsFile(image, entry));
  const chosen = own.length > 0 ? own : images;
  const origins = new Set(chosen.flatMap((image) => originOf(image, place, exists) ?? []));
  const existing = [...origins].filter(exists);
  const [only, ...others] = existing.length > 0 ? existing : origins;
  return others.length === 0 ? only : undefined;
}

function imagesOf(files: ProjectFiles): readonly Image[] {
  const known = imagesOfTrees.get(files.tree);
  if (known) return known;
  const named = (test: (name: string) => boolean): readonly string[] =>
    files.tree
      .paths()
      .filter((path) => test(fileNameOf(path)))
      .slice(0, MAX_FILES);
  const composed = named(isComposeFile).map((path) => composeImages(files, path));
  const built = new Set(composed.flatMap(({ dockerfiles }) => dockerfiles));
  const alone = named(isDockerfile).flatMap((path) => (built.has(path) ? [] : (imageOfDockerfile(files, path) ?? [])));
  const images = [...composed.flatMap((compose) => compose.images), ...alone];
  if (files.needs.size === 0) imagesOfTrees.set(files.tree, images);
  return images;
}
