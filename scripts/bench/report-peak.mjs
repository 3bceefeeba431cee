// Loaded into a measured process: its last words are its peak memory, which Linux keeps only while the process lives, and its CPU time.
process.on("exit", () =>
  process.stderr.write(`\npeak-rss-kib ${process.resourceUsage().maxRSS} cpu-us ${process.cpuUsage().user + process.cpuUsage().system}\n`),
);
