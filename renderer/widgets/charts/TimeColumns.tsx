import type { ReactNode } from 'react'
import { fillOf } from './fills.ts'
import { type BarMoney, domainOf, percentOf } from './parts-of.ts'
import css from './TimeColumns.module.css'

export interface TimeColumn extends BarMoney {
  readonly key: string
  /** Under the column; short. */
  readonly name: string
  /** Under its name, where there is room. */
  readonly value?: ReactNode
}

const fewestPlaces = 6

/** As many names as can be read beside each other; on a telephone half as many. */
const mostNames = 16

/**
 * Hours or days beside each other, in the direction the page reads; the one with most in the accent, what was given back
 * hatched.
 */
export function TimeColumns(props: {
  readonly columns: readonly TimeColumn[]
  readonly most: string | null
}) {
  const { columns } = props
  const { least, most } = domainOf(columns)
  const all = most - least
  const every = Math.ceil(columns.length / mostNames)
  // A few hours are no wall of colour: the rest of the day is still to come.
  const places = Math.max(columns.length, fewestPlaces)
  const step = 100 / places
  const widthOf = `${step * 0.76}%`
  return (
    <div className={css.strip}>
      <svg className={css.columns} width="100%" height="100%" focusable="false" aria-hidden="true">
        {columns.map(({ key, net, sales, refunds }, place) => {
          const x = `${step * (place + 0.12)}%`
          const back = Math.max(sales, 0) - net
          return (
            <g key={key}>
              <rect
                className={key === props.most ? css.most : css.whole}
                x={x}
                width={widthOf}
                y={percentOf(most - Math.max(0, net), all)}
                height={percentOf(net, all)}
              />
              {refunds === 0 ? null : (
                <rect
                  className={css.back}
                  x={x}
                  width={widthOf}
                  y={percentOf(most - sales, all)}
                  height={percentOf(back, all)}
                  fill={fillOf('back')}
                />
              )}
            </g>
          )
        })}
        <line className={css.ground} x1="0" x2="100%" y1={percentOf(most, all)} y2={percentOf(most, all)} />
      </svg>
      <div className={css.names} style={{ gridTemplateColumns: `repeat(${places}, minmax(0, 1fr))` }}>
        {columns.map(({ key, name, value }, place) => (
          <span
            key={key}
            className={css.name}
            data-most={key === props.most}
            data-said={place % every === 0}
            data-minor={columns.length > mostNames / 2 && place % (2 * every) !== 0}
          >
            <bdi>{name}</bdi>
            {value === undefined ? null : <span className={css.value}>{value}</span>}
          </span>
        ))}
      </div>
    </div>
  )
}
