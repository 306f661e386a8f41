import type { ModuleHint, ModuleHints } from '../../model/plugs/import-finder.ts';

/**
 * Which package a module of Swift comes from, as the product's own manifest says: `swift-log` has the product `Logging`,
 * which by convention is the module's name too. Reads Package.swift and the projects of Xcode.
 */
export const swiftProducts: ModuleHints = {
  files: ['**/Package.swift', '**/*.xcodeproj/project.pbxproj'],
  reach: 'everywhere',
  read: (path, text) => [...text.matchAll(path.endsWith('.swift') ? ofPackage : ofXcode)].flatMap(hintIn),
};

const ofPackage =
  /\.product\(\s{0,99}name:\s{0,9}"(?<product>[^"\n]{1,99})",\s{0,99}package:\s{0,9}"(?<from>[^"\n]{1,99})"/g;
const ofXcode =
  /\/\* XCRemoteSwiftPackageReference "(?<from>[^"\n]{1,99})" \*\/;\s{0,99}productName = "?(?<product>[\w.-]{1,99})/g;

function hintIn({ groups: { product = '', from = '' } = {} }: RegExpMatchArray): readonly ModuleHint[] {
  const module = product.replaceAll(/\W/g, '_');
  return [{ module, packages: [from] }];
}
