/** Why a part of a workbook is not read; thrown while one is read, and caught by `readWorkbook`. */
export class SheetProblem extends Error {
  override readonly name = 'SheetProblem';
}
