/**
 * Where a committed manifest and the project's files say different things. Git keeps no times of files, so content decides: the text of
 * models and snapshots, the checksum of seeds, and which of them are there. What YAML says is not compared.
 */
import { sha256 } from "../../base/hash/stable-hash.ts";
import type { DbtProject } from "../dbt-project.ts";
import type { DbtNode } from "../nodes/dbt-node.ts";
import { mappingOf, textOf } from "../project/project-file.ts";
import type { DbtProblem } from "../project/project-reading.ts";

const COMPARED: ReadonlySet<string> = new Set(["model", "seed", "snapshot"]);

/** `manifestPath` is where nodes stand that only the manifest has. Nothing is said while files are not loaded yet. */
export function staleNodes(manifest: DbtProject, files: DbtProject, manifestPath: string): DbtProblem[] {
  if (manifest.name !== files.name || files.needs.length > 0) return [];
  const problem = (node: DbtNode, message: string, location = node.location): DbtProblem => ({
    kind: "stale-manifest",
    severity: "warning",
    message,
    node: node.uniqueId,
    location,
  });
  const added = ownNodes(files).filter(({ uniqueId }) => !manifest.nodes.has(uniqueId) && !manifest.disabled.has(uniqueId));
  const gone = ownNodes(manifest).filter(({ uniqueId }) => !files.nodes.has(uniqueId));
  const changed = ownNodes(files).filter((node) => differs(node, manifest.nodes.get(node.uniqueId)));
  return [
    ...added.map((node) => problem(node, `the ${node.resourceType} \`${node.name}\` is not in the committed manifest`)),
    ...changed.map((node) => problem(node, `the ${node.resourceType} \`${node.name}\` is not what the committed manifest holds`)),
    ...gone.map((node) =>
      problem(node, `the committed manifest holds the ${node.resourceType} \`${node.name}\`, which the project has not`, {
        path: manifestPath,
        start: 0,
        end: 0,
      }),
    ),
  ];
}

/** Of the project itself: packages are brought when a manifest is made. A node that may be disabled is neither there nor gone. */
function ownNodes({ name, nodes }: DbtProject): DbtNode[] {
  return [...nodes.values()].filter(
    ({ packageName, resourceType, config }) =>
      packageName === name && COMPARED.has(resourceType) && (config.get("enabled") ?? true) === true,
  );
}

function differs(file: DbtNode, recorded: DbtNode | undefined): boolean {
  if (recorded === undefined) return false;
  if (file.resourceType !== "seed") return lines(file.rawCode) !== lines(recorded.rawCode);
  const [own, other] = [checksumOf(file.extra.get("checksum")), checksumOf(recorded.manifest?.get("checksum"))];
  return own !== undefined && other !== undefined && own.length === SHA256_DIGITS && other.length === SHA256_DIGITS && own !== other;
}

const SHA256_DIGITS = sha256("").length;

function checksumOf(value: Parameters<typeof mappingOf>[0]): string | undefined {
  return textOf(mappingOf(value).get("checksum"));
}

/** Line ends are git's to choose. */
function lines(text: string): string {
  return text.trim().replaceAll("\r\n", "\n");
}
