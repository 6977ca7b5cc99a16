import { useWords } from '../../../i18n/Words.tsx'
import type { ColumnDraft } from './column-draft.ts'
import { columnRoles } from './column-draft.ts'
import type { FileHead } from './file-head.ts'
import css from './ImportStatement.module.css'

/** The first lines of a file as they are, each column under what it is taken for. */
export function FilePreview({
  head,
  columns,
}: {
  readonly head: FileHead
  readonly columns: ColumnDraft['columns']
}) {
  const { say } = useWords()
  const [names = [], ...rows] = head.rows
  const roleOf = (name: string) => columnRoles.find((role) => columns[role] === name && name !== '')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <div className={css.preview} tabIndex={0} dir="ltr" data-testid="file-preview">
      <table>
        <thead>
          <tr>
            {names.map((name, place) => {
              const role = roleOf(name)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <th key={place} scope="col">
                  <bdi>{name}</bdi>
                  {role === undefined ? null : (
                    <span className={css.role}>
                      <bdi>{say(`statements.column.${role}`)}</bdi>
                    </span>
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike in everything
            <tr key={line}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two cells may be alike
                <td key={place}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
