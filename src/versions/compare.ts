export { compareDigits, compareLists, compareText } from '../base/compare.ts';
