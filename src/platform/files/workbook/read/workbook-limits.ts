/** How much of a workbook is read. Whatever has more is refused before it takes memory or time. */
export interface WorkbookLimits {
  /** Of the file as it is sent. */
  readonly fileBytes: number;
  readonly entries: number;
  /** Of everything in it together, unpacked. */
  readonly plainBytes: number;
  readonly sheets: number;
  /** Of all sheets together; empty cells that are there for their looks count. */
  readonly rows: number;
  readonly cells: number;
  /** Of the texts in all cells, one that stands in many cells counted with each. */
  readonly characters: number;
}
