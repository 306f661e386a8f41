import type { AskManifest } from '../../../model/inventory/manifest.ts';

/** Counts what the `install_requires` of a setup.cfg of setuptools asks for, one requirement a line. */
export const askSetupCfg: AskManifest = (_, text) => {
  const lines = text.split(/\r?\n/);
  const section = lines.findIndex((line) => line.trim() === '[options]');
  const end = lines.findIndex((line, index) => index > section && line.startsWith('['));
  const options = section === -1 ? [] : lines.slice(section, end === -1 ? undefined : end);
  const start = options.findIndex((line) => /^install_requires\s*[=:]/.test(line));
  if (start === -1) return { count: 0, line: 1 };
  const next = options.findIndex((line, index) => index > start && /^\S/.test(line) && !isComment(line));
  const value = [
    (options[start] ?? '').replace(/^install_requires\s*[=:]/, ''),
    ...options.slice(start + 1, next === -1 ? undefined : next),
  ];
  const count = value.filter((line) => line.trim() !== '' && !isComment(line)).length;
  return { count, line: section + start + 1 };
};

function isComment(line: string): boolean {
  return /^\s*[#;]/.test(line);
}
