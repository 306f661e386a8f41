// Loaded before a program by the bench: writes the peak memory in kilobytes to the file that PEAK_FILE names.
process.on('exit', () => {
  require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS));
});
