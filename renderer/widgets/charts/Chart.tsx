import { type ReactNode, useId } from 'react'
import css from './Chart.module.css'

/** What a drawing shows, as a table for those who do not see it. The first cell of a row names it. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[]
}

/** A drawing under a title that says what it shows. `note`: what to see in it, in a sentence. `tools`: another cut of it. */
export function Chart(props: {
  readonly title: string
  readonly note?: ReactNode
  readonly tools?: ReactNode
  readonly table: ChartTable
  readonly testId: string
  readonly children: ReactNode
}) {
  const id = useId()
  const [first = '', ...others] = props.table.columns
  return (
    <figure className={css.chart} aria-labelledby={id} data-testid={props.testId}>
      <figcaption className={css.head}>
        <h3 id={id} className={css.title}>
          {props.title}
        </h3>
        {props.note === undefined ? null : <p className={css.note}>{props.note}</p>}
      </figcaption>
      {props.tools}
      <div className={css.drawing} aria-hidden="true">
        {props.children}
      </div>
      <div className="spoken">
        <table>
          <caption>{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.table.rows.map(({ key, cells: [name, ...cells] }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
