// Makes dist/: every entry point bundled for Node 20 and later, and beside the bundles what they read at run time (WASM, templates, schemas).
// Code that a command does not need stays in a chunk of its own, loaded when it is: `dagsight --version` must not cost a server's start.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { build } = await import("esbuild").catch(installForBuild);
const out = join(root, "dist");
const require = createRequire(import.meta.url);
const wasm = ["web-tree-sitter/web-tree-sitter.wasm", "tree-sitter-python/tree-sitter-python.wasm"].map((file) => require.resolve(file));

rmSync(out, { recursive: true, force: true });
mkdirSync(out);

const entryPoints = readdirSync(join(root, "src/entrypoints"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ in: join(root, "src/entrypoints", name), out: name.replace(/\.ts$/, "") }));
await build({
  entryPoints: [...entryPoints, { in: join(root, "src/index.ts"), out: "index" }],
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  chunkNames: "[name]-[hash]",
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
  define: { DAGSIGHT_BUILD: JSON.stringify({ version: readManifest().version, loweringVersion: loweringVersion() }) },
  // Packages written for CommonJS call `require` for Node's own modules, which an ES module does not have.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
});

for (const file of wasm) cpSync(file, join(out, file.split(/[\\/]/).at(-1)));
for (const folder of ["templates", "schemas"]) {
  if (existsSync(join(root, folder))) cpSync(join(root, folder), join(out, folder), { recursive: true });
}
chmodSync(join(out, "cli.js"), 0o755);

function readManifest() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

/** Compact trees are cached between runs under this: it changes with everything that makes them. */
function loweringVersion() {
  const hash = createHash("sha256");
  const sources = readdirSync(join(root, "src/syntax"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...sources, ...wasm]) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/**
 * For `npm install -g git+…`, which is how pre-commit installs a hook: npm runs `prepare` in its clone without having installed anything there,
 * because `-g` holds for the clone as well. Only what the bundles are made of is installed, not what development needs.
 */
function installForBuild() {
  const { esbuild } = readManifest().devDependencies;
  const options = ["--no-global", "--no-save", "--no-package-lock", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { npm_execpath: npm } = process.env;
  const env = { ...process.env, npm_config_global: "false", npm_config_location: "project" };
  const args = ["install", ...options, `esbuild@${esbuild}`];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, env, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, env, stdio: "inherit" });
  if (status !== 0) throw new Error("esbuild is not installed: npm ci");
  return import(createRequire(join(root, "package.json")).resolve("esbuild"));
}
