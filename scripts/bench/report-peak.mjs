// Loaded into a measured process: its last words are its peak memory. Linux keeps that only while the process lives.
process.on("exit", () => process.stderr.write(`\npeak-rss-kib ${process.resourceUsage().maxRSS}\n`));
