/**
 * The image that a Dockerfile makes, as far as it is copied from the repository: `COPY` and `ADD` of the build context, between stages too, with
 * `WORKDIR`, `ARG` and `ENV`. What is fetched or made in a build is not known; an instruction with an unknown variable is passed over.
 */
import { fileNameOf } from "../../../base/repository-path.ts";
import type { SourceTree } from "../../../base/source-tree.ts";
import { type DockerfileInstruction, parseDockerfile } from "../../../formats/dockerfile.ts";
import { declareVariables, substitute } from "../../../formats/dockerfile-variables.ts";
import { normalize } from "../../../python/files/virtual-path.ts";
import { matchFiles } from "../../../python/stdlib/filesystem/file-glob.ts";
import { foldersUpward, joinPath } from "../../version/project-files.ts";
import { type Layer, layersBelow } from "./image.ts";

/** How a Dockerfile is built, where something of the repository says so. */
export interface Build {
  /** The folder whose files it may copy. */
  readonly context?: string;
  readonly arguments?: ReadonlyMap<string, string>;
  /** The stage that is wanted; the last one without it. */
  readonly target?: string;
}

interface Stage {
  readonly name: string | undefined;
  readonly layers: readonly Layer[];
  /** The work folder; `undefined` while only the base image says it. */
  readonly folder: string | undefined;
  readonly variables: ReadonlyMap<string, string>;
}

const EMPTY: Stage = { name: undefined, layers: [], folder: undefined, variables: new Map() };

/** The layers of the image that `text` makes; `folder` is the one that it lies in. */
export function dockerfileLayers(text: string, folder: string, tree: SourceTree, build: Build = {}): readonly Layer[] {
  const instructions = parseDockerfile(text);
  const context = build.context ?? likelyContext(instructions, folder, tree);
  const stages: Stage[] = [];
  const globals = new Map<string, string>();
  for (const instruction of instructions) {
    const current = stages.at(-1);
    if (instruction.keyword === "FROM") stages.push(newStage(instruction, stages, globals));
    else if (!current) declareVariables(instruction, globals, build.arguments);
    else stages[stages.length - 1] = carryOut(instruction, current, { stages, globals, context, tree, given: build.arguments });
  }
  const wanted = build.target === undefined ? undefined : stages.find(({ name }) => name === build.target);
  return (wanted ?? stages.at(-1))?.layers ?? [];
}

/** The nearest folder upward that has most of what is copied. */
function likelyContext(instructions: readonly DockerfileInstruction[], folder: string, tree: SourceTree): string {
  const sources = instructions.filter(isCopyOfContext).flatMap(({ words }) => words.slice(0, -1).filter((word) => !/[$*?[]/.test(word)));
  const found = (context: string): number => sources.filter((source) => sourcesIn(context, source, tree).length > 0).length;
  return foldersUpward(folder).reduce((best, context) => (found(context) > found(best) ? context : best));
}

function isCopyOfContext({ keyword, flags }: DockerfileInstruction): boolean {
  return (keyword === "COPY" || keyword === "ADD") && !flags.has("from");
}

function newStage({ words }: DockerfileInstruction, stages: readonly Stage[], globals: ReadonlyMap<string, string>): Stage {
  const [base = "", as, name] = words;
  const parent = stageNamed(substitute(base, globals) ?? base, stages) ?? EMPTY;
  return { ...parent, name: as?.toLowerCase() === "as" ? name : undefined };
}

/** By name, or by number. */
function stageNamed(name: string, stages: readonly Stage[]): Stage | undefined {
  return stages.find((stage) => stage.name === name) ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
}

interface Building {
  readonly stages: readonly Stage[];
  readonly globals: ReadonlyMap<string, string>;
  readonly context: string;
  readonly tree: SourceTree;
  readonly given: ReadonlyMap<string, string> | undefined;
}

function carryOut(instruction: DockerfileInstruction, stage: Stage, building: Building): Stage {
  switch (instruction.keyword) {
    case "ARG":
    case "ENV": {
      const variables = new Map(stage.variables);
      declareVariables(instruction, variables, building.given, building.globals);
      return { ...stage, variables };
    }
    case "WORKDIR": {
      const folder = substitute(instruction.words[0] ?? "", stage.variables);
      return folder === undefined ? stage : { ...stage, folder: placeIn(stage, folder) };
    }
    case "COPY":
    case "ADD":
      return { ...stage, layers: [...stage.layers, ...copied(instruction, stage, building)] };
    default:
      return stage;
  }
}

function placeIn({ folder }: Pick<Stage, "folder">, path: string): string | undefined {
  if (path.startsWith("/")) return normalize(path);
  return folder === undefined ? undefined : normalize(`${folder}/${path}`);
}

function copied({ words, flags }: DockerfileInstruction, stage: Stage, building: Building): readonly Layer[] {
  const known = words.map((word) => substitute(word, stage.variables));
  const target = known.at(-1);
  const sources = known.slice(0, -1);
  if (target === undefined || sources.length === 0) return [];
  const place = placeIn(stage, target);
  if (place === undefined) return [];
  const intoFolder = sources.length > 1 || /(^|\/)\.{0,2}$/.test(target);
  const from = flags.get("from");
  if (from !== undefined) {
    const other = stageNamed(from, building.stages.slice(0, -1));
    return sources.flatMap((source) => {
      const origin = source === undefined ? undefined : placeIn({ folder: "/" }, source);
      return origin !== undefined && other ? layersBelow(other.layers, origin, place) : [];
    });
  }
  const { context, tree } = building;
  const found = sources.flatMap((source) => (source === undefined ? [] : sourcesIn(context, source, tree)));
  return found.map((origin) => {
    const isFile = tree.has(origin);
    return { origin, place: isFile && (intoFolder || found.length > 1) ? normalize(`${place}/${fileNameOf(origin)}`) : place };
  });
}

/** What a source of a copy names in the build context: files and folders that exist. */
function sourcesIn(context: string, source: string, tree: SourceTree): readonly string[] {
  const path = joinPath(context, source.replace(/^\/+/, ""));
  if (path === undefined) return [];
  if (/[*?[]/.test(path)) return matchFiles(tree, path, { recursive: false });
  return tree.has(path) || tree.hasFolder(path) ? [path] : [];
}
