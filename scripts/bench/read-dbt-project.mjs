// Reads the dbt project in a folder once, as the first thing that a process does, and prints what reading took in milliseconds: elapsed, and as CPU time,
// in which the threads that compile for it count, too.
import { readDbtProject } from "../../src/dbt/read-dbt-project.ts";
import { treeOfFolder } from "../../test/dbt/project-tree.ts";

const tree = treeOfFolder(process.argv[2]);
const started = performance.now();
const used = process.cpuUsage();
const { nodes } = readDbtProject(tree, "", { environment: new Map() });
const elapsed = performance.now() - started;
console.log(JSON.stringify({ elapsed, cpu: process.cpuUsage(used).user / 1000, nodes: nodes.size }));
