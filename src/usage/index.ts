import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { cFamily } from './c-family.ts';
import { csharp } from './csharp.ts';
import { dart } from './dart.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { kotlin } from './kotlin.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { scala } from './scala.ts';
import { singleFileComponent } from './single-file-component.ts';
import { swift } from './swift.ts';

/** Every finder of imports; a source file is looked through by the first whose globs match. */
export const importFinders: readonly ImportFinder[] = [
  javascript,
  singleFileComponent,
  python,
  java,
  kotlin,
  scala,
  csharp,
  cFamily,
  go,
  rust,
  swift,
  dart,
  ruby,
];
