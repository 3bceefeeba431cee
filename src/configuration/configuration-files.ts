/** The files that may configure Dagsight, apart from what reads them: whoever loads files asks this and need not load the validator. */

/** Relative to the repository root, the strongest first. */
export const CONFIGURATION_FILES: readonly string[] = [".github/dagsight.yml", ".github/dagsight.yaml", "pyproject.toml"];
