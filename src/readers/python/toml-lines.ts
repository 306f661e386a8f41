export { tomlLines } from '../../base/toml-lines.ts';
