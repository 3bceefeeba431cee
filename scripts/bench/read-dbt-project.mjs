// Reads the dbt project in a folder once, as the first thing that a process does, and prints the user CPU time of reading in milliseconds.
import { readDbtProject } from "../../src/dbt/read-dbt-project.ts";
import { treeOfFolder } from "../../test/dbt/project-tree.ts";

const tree = treeOfFolder(process.argv[2]);
const started = process.cpuUsage();
const { nodes } = readDbtProject(tree, "", { environment: new Map() });
console.log(JSON.stringify({ milliseconds: process.cpuUsage(started).user / 1000, nodes: nodes.size }));
