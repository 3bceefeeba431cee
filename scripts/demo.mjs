// npm run demo: a git repository out of examples/shop with examples/shop-change on a branch, and the review of that branch: the comment on
// standard output, the page in dagsight-demo.html. The repository is thrown away; nothing of the clone is touched.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const PAGE = join(process.cwd(), "dagsight-demo.html");
const CLI = join(ROOT, "dist/cli.js");
const repository = mkdtempSync(join(tmpdir(), "dagsight-demo-"));

try {
  if (!existsSync(CLI)) run(process.execPath, [join(ROOT, "scripts/build.mjs")]);
  makeRepository();
  process.stdout.write(review("markdown"));
  writeFileSync(PAGE, review("html"));
  console.error(`\nThe rendered page: ${PAGE}`);
} finally {
  rmSync(repository, { recursive: true, force: true });
}

function makeRepository() {
  git("init", "--quiet", "--initial-branch=main");
  commit("examples/shop", "The analytics of a shop");
  git("checkout", "--quiet", "-b", "rename-customers");
  commit("examples/shop-change", "Call customers accounts, report refunds, load older orders");
}

function commit(folder, message) {
  cpSync(join(ROOT, folder), repository, { recursive: true, filter: (path) => !path.endsWith("__pycache__") });
  git("add", "--all");
  git("-c", "user.name=Dagsight", "-c", "user.email=demo@dagsight.example.com", "commit", "--quiet", "--no-gpg-sign", "-m", message);
}

function git(...args) {
  run("git", ["-C", repository, ...args]);
}

/** Exit code 1 says that there are findings, which is what the example is for. */
function review(format) {
  return run(
    process.execPath,
    [CLI, "review", "--repo", repository, "--base", "main", "--head", "rename-customers", "--format", format],
    [0, 1],
  );
}

function run(command, args, allowed = [0]) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (!allowed.includes(status)) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? `${stdout}${stderr}`}`);
  return stdout;
}
