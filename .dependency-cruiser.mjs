/** The architecture, executable: ARCHITECTURE.md's one direction. A layer imports only from the layers before it. */
const CORE = ["base", "diagnostics", "formats", "configuration", "syntax", "python", "dbt", "dagster", "edit"];
const SIBLINGS = ["rules", "diff", "scaffold", "health"];
const SHELL = ["ports", "app", "adapters", "entrypoints"];
const ORDER = [...CORE, SIBLINGS, "report", "render", ...SHELL];

const folders = (layer) => (Array.isArray(layer) ? `(${layer.join("|")})` : layer);

const layers = ORDER.map((layer, index) => ({
  name: `${Array.isArray(layer) ? "siblings" : layer}-looks-down-only`,
  severity: "error",
  comment: `src/${folders(layer)} may import only from the layers before it (ARCHITECTURE.md). Move the code down, or pass the value in.`,
  from: { path: `^src/${folders(layer)}/` },
  to: {
    path: `^src/(${ORDER.slice(index + 1)
      .flat()
      .join("|")})/`,
  },
}));

const siblings = SIBLINGS.map((name) => ({
  name: `${name}-stands-alone`,
  severity: "error",
  comment: "rules, diff, scaffold and health never import each other: app composes them, and data passes through diagnostics.",
  from: { path: `^src/${name}/` },
  to: { path: `^src/(${SIBLINGS.filter((other) => other !== name).join("|")})/` },
}));

const only = (name, allowed, target, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: "^src/", pathNot: allowed },
  to: { path: target },
});

export default {
  forbidden: [
    ...layers,
    ...siblings,
    only("types-are-leaves", "^src/(?!types/)", "^src/(?!types/)", "src/types holds data only and imports nothing but itself."),
    only("tree-sitter-in-one-place", "^src/syntax/", "web-tree-sitter", "Only src/syntax parses Python: ask it for the compact tree."),
    only(
      "formats-in-one-place",
      "^src/formats/",
      "node_modules/(yaml|nunjucks|toml-eslint-parser)/",
      "Only src/formats imports the YAML, TOML and Jinja libraries.",
    ),
    only(
      "octokit-in-one-place",
      "^src/(adapters/github|entrypoints)/",
      "node_modules/(@octokit|probot)/",
      "Only adapters/github and the entry points know octokit.",
    ),
    only(
      "layout-in-one-place",
      "^src/render/svg/layout/",
      "node_modules/elkjs/",
      "Only src/render/svg/layout asks ELK where things stand.",
    ),
    {
      name: "core-does-no-io",
      severity: "error",
      comment: "The core is synchronous and sees files through SourceTree. Files, processes and network live in src/adapters.",
      from: { path: `^src/(${[...CORE, ...SIBLINGS, "report", "render", "types", "ports", "app"].join("|")})/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two modules that need each other are one, or hide a third.",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing imports this: use it or delete it.",
      from: { orphan: true, path: "^src/", pathNot: "^src/(entrypoints|types)/|[.]d[.]ts$" },
      to: {},
    },
    {
      name: "no-test-in-source",
      severity: "error",
      comment: "src never imports from test.",
      from: { path: "^src/" },
      to: { path: "^(test|scripts)/" },
    },
    {
      name: "no-dev-dependency-in-source",
      severity: "error",
      comment: "What runs in production is a dependency.",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"] },
    },
  ],
  options: { parser: "swc", tsPreCompilationDeps: true, doNotFollow: { path: "node_modules" }, exclude: { path: "^web/" } },
};
