/**
 * The containers of a compose file: the image that each service builds, and the folders of the repository that are mounted in it. A service that
 * only names an image has the one that another service of the file builds under that name.
 */
import { folderOf } from "../../../base/repository-path.ts";
import { substitute } from "../../../formats/dockerfile-variables.ts";
import { normalize } from "../../../python/files/virtual-path.ts";
import { asList, asTable, asText, entriesOf, joinPath, type ProjectFiles } from "../../version/project-files.ts";
import { dockerfileLayers } from "./dockerfile-image.ts";
import type { Image, Layer } from "./image.ts";

export interface ComposeImages {
  readonly images: readonly Image[];
  /** Dockerfiles that are built for a service: what they make is among the images. */
  readonly dockerfiles: readonly string[];
}

export function composeImages(files: ProjectFiles, path: string): ComposeImages {
  const folder = folderOf(path);
  const services = entriesOf(asTable(files.value(path))?.["services"]).map(([, service]) => service);
  const builds = services.map((service) => buildOf(service, folder, files));
  const images = services.map((service, at): Image => {
    const shared = services.findIndex((other, index) => builds[index] && imageName(other) === imageName(service));
    const built = builds[at] ?? (imageName(service) === undefined ? undefined : builds[shared]);
    return { layers: built?.layers ?? [], mounts: mountsOf(service, folder) };
  });
  return { images, dockerfiles: builds.flatMap((build) => build?.dockerfile ?? []) };
}

function imageName(service: unknown): string | undefined {
  return asText(asTable(service)?.["image"]);
}

interface ServiceBuild {
  readonly dockerfile: string;
  readonly layers: readonly Layer[];
}

function buildOf(service: unknown, folder: string, files: ProjectFiles): ServiceBuild | undefined {
  const build = asTable(service)?.["build"];
  const table = asTable(build);
  const written = known(asText(build) ?? asText(table?.["context"]) ?? (build === undefined ? undefined : "."));
  const context = written === undefined ? undefined : joinPath(folder, written);
  if (context === undefined) return undefined;
  const dockerfile = joinPath(context, known(asText(table?.["dockerfile"])) ?? "Dockerfile");
  const text = dockerfile === undefined ? undefined : files.text(dockerfile);
  if (dockerfile === undefined || text === undefined) return undefined;
  const target = asText(table?.["target"]);
  const layers = dockerfileLayers(text, folder, files.tree, {
    context,
    arguments: argumentsOf(table?.["args"]),
    ...(target !== undefined && { target }),
  });
  return { dockerfile, layers };
}

/** A table, or a list of `NAME=value`. */
function argumentsOf(args: unknown): ReadonlyMap<string, string> {
  const pairs = Array.isArray(args)
    ? args.flatMap((item) => {
        const [, name = "", value = ""] = /^([^=]+)=(.*)$/s.exec(asText(item) ?? "") ?? [];
        return name === "" ? [] : [[name, value] as const];
      })
    : entriesOf(args).map(([name, value]) => [name, String(value ?? "")] as const);
  return new Map(
    pairs.flatMap(([name, value]) => {
      const text = known(value);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** Bind mounts of folders of the repository, also of those that are not committed: what an image has there cannot be seen. */
function mountsOf(service: unknown, folder: string): readonly Layer[] {
  return asList(asTable(service)?.["volumes"]).flatMap((volume) => {
    const table = asTable(volume);
    const [host, place] = table
      ? [known(asText(table["source"])), known(asText(table["target"]))]
      : (known(asText(volume)) ?? "").split(":", 2);
    const isPath = host !== undefined && (host.startsWith(".") || (table?.["type"] === "bind" && !host.startsWith("/")));
    const origin = isPath ? joinPath(folder, host) : undefined;
    return origin === undefined || !place?.startsWith("/") ? [] : [{ place: normalize(place), origin }];
  });
}

/** With the defaults of its variables; `undefined` when one has none. */
function known(text: string | undefined): string | undefined {
  return text === undefined ? undefined : substitute(text, new Map());
}

/** Is it a compose file, by its name? */
export function isComposeFile(name: string): boolean {
  return /^(?:docker-)?compose(?:[.-].+)?\.ya?ml$/.test(name);
}

/** Where a build says nothing of the context: the Dockerfile alone. */
export function imageOfDockerfile(files: ProjectFiles, path: string): Image | undefined {
  const text = files.text(path);
  const folder = folderOf(path);
  return text === undefined ? undefined : { layers: dockerfileLayers(text, folder, files.tree), mounts: [] };
}

/** Is it a Dockerfile, by its name? */
export function isDockerfile(name: string): boolean {
  return /^(?:(?:Dockerfile|Containerfile)(?:[._-].+)?|.+\.[Dd]ockerfile)$/.test(name);
}
