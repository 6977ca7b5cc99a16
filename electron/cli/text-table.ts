/** A column of a table in plain text. */
export interface TextColumn {
  readonly head: string
  /** Numbers stand on the right. */
  readonly numbers?: boolean
}

/** Rows under their heads, two blanks between columns. One line of text a row, nothing at its end. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = columns.map(({ head }, at) =>
    Math.max(head.length, ...rows.map((row) => [...(row[at] ?? '')].length)),
  )
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ numbers }, at) => {
        const cell = cells[at] ?? ''
        const blanks = ' '.repeat((widths[at] ?? 0) - [...cell].length)
        return numbers === true ? blanks + cell : cell + blanks
      })
      .join('  ')
      .trimEnd()
  return [line(columns.map(({ head }) => head)), ...rows.map(line)]
}

/** `1 line`, `3 lines`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
