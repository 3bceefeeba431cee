/**
 * What an image holds of the repository: places in it, and the files and folders of the repository that lie there. Layers lie over each
 * other, as the file systems of images do; a mount hides what is below it. Nothing is known of what a build makes there itself.
 */
import { folderOf } from "../../../base/repository-path.ts";

/** `place` is absolute and normal; `origin` a file or folder of the repository, `""` its root. */
export interface Layer {
  readonly place: string;
  readonly origin: string;
}

export interface Image {
  /** In the order in which they were added. */
  readonly layers: readonly Layer[];
  readonly mounts: readonly Layer[];
}

/** Is there a file or folder of that path in the repository? */
export type Existence = (path: string) => boolean;

/**
 * The path in the repository that lies at a place of the image. It need not exist, since builds make files of their own: the layer that
 * holds most of it wins, the latest of several.
 */
export function originOf({ layers, mounts }: Image, place: string, exists: Existence): string | undefined {
  const [mount] = mounts.filter((layer) => within(layer, place) !== undefined).sort((a, b) => b.place.length - a.place.length);
  if (mount) return within(mount, place);
  let best: { readonly origin: string; readonly missing: number } | undefined;
  for (const layer of layers) {
    const origin = within(layer, place);
    if (origin === undefined) continue;
    const missing = missingParts(origin, exists);
    if (!best || missing <= best.missing) best = { origin, missing };
  }
  return best?.origin;
}

/** Does a file of the repository lie anywhere in the image? */
export function holdsFile({ layers, mounts }: Image, path: string): boolean {
  return [...layers, ...mounts].some(({ origin }) => origin === "" || origin === path || path.startsWith(`${origin}/`));
}

/** The layers below a place, as another image has them that copies it to `target`. */
export function layersBelow(layers: readonly Layer[], place: string, target: string): readonly Layer[] {
  return layers.flatMap((layer): readonly Layer[] => {
    const origin = within(layer, place);
    if (origin !== undefined) return [{ place: target, origin }];
    const rest = within({ place, origin: target }, layer.place);
    return rest === undefined ? [] : [{ place: rest, origin: layer.origin }];
  });
}

/** The path below a layer's origin that `path` is; `undefined` where it lies elsewhere. */
function within({ place, origin }: Layer, path: string): string | undefined {
  if (path === place) return origin;
  const prefix = place === "/" ? place : `${place}/`;
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  return origin === "" || origin === "/" ? `${origin}${rest}` : `${origin}/${rest}`;
}

/** How many of the last parts of a path do not exist. */
function missingParts(path: string, exists: Existence): number {
  let missing = 0;
  for (let at = path; at !== "" && !exists(at); at = folderOf(at)) missing += 1;
  return missing;
}
