export { tomlLines } from '../../base/formats/toml-lines.ts';
