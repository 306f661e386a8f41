/** How notices refer to an exception whose text stands elsewhere, in words as `licenceWords` gives them. */
export const exceptionPhrases: readonly (readonly [phrase: string, id: string])[] = [
  ['gcc runtime library exception version 3 1', 'GCC-exception-3.1'],
  ['gcc runtime exception version 3 1', 'GCC-exception-3.1'],
  ['subject to the classpath exception', 'Classpath-exception-2.0'],
  ['with the classpath exception', 'Classpath-exception-2.0'],
  ['with classpath exception', 'Classpath-exception-2.0'],
  ['with the gnu classpath exception', 'Classpath-exception-2.0'],
  ['with llvm exceptions', 'LLVM-exception'],
  ['with llvm exception', 'LLVM-exception'],
  ['with the llvm exceptions', 'LLVM-exception'],
  ['with runtime library exception', 'Swift-exception'],
  ['qt company gpl exception 1 0', 'Qt-GPL-exception-1.0'],
  ['the qt company gpl exception annex', 'Qt-GPL-exception-1.0'],
];
