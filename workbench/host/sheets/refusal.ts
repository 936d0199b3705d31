// What Sheets says when it refuses, as an error that the services turn into the platform's exception.
// Texts: reference/platform.md section 5.

/** Thrown by model operations; nothing of the refused operation was applied. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export const REFUSALS = {
  outside: 'The coordinates of the range are outside the dimensions of the sheet.',
  rowsOutside: 'Those rows are out of bounds.',
  columnsOutside: 'Those columns are out of bounds.',
  allRows: 'Sorry, it is not possible to delete all non-frozen rows.',
  allColumns: 'Sorry, it is not possible to delete all non-frozen columns.',
  tooLong: 'Your input contains more than the maximum of 50000 characters in a single cell.',
  tooManyCells:
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  protected:
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  typedColumn: 'This operation is not allowed on cells in typed columns.',
  secondFilter: "You can't create a filter in a sheet that already has a filter.",
  lastTab: "You can't remove all the sheets in a document.",
  lastVisibleTab: "You can't hide all the sheets in a document.",
  metadataPlace:
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  metadataSize: 'The developer metadata exceeds the maximum size allowed.',
  chartWithoutRange: 'The chart has no range.',
  chartOutside: 'The position of the chart is outside the dimensions of the sheet.',
  chartGone: 'The chart is not on this sheet.',
  tabName: 'The sheet name cannot be empty or longer than 100 characters.',
  invalid: (cell: string) =>
    `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
  nameTaken: (name: string) => `A sheet with the name "${name}" already exists. Please enter another name.`,
  rowCount: (data: number, range: number) =>
    `The number of rows in the data does not match the number of rows in the range. The data has ${data} but the range has ${range}.`,
  columnCount: (data: number, range: number) =>
    `The number of columns in the data does not match the number of columns in the range. The data has ${data} but the range has ${range}.`,
} as const;
