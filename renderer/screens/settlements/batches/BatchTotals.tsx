import type { ReactNode } from 'react'
import type { BatchView } from '#shared/contract/settlements.ts'
import { netOf } from '#shared/settlement/totals.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import css from './BatchTotals.module.css'
import { theirNet, twoSides } from './two-sides.ts'

/** Both sides of a settlement next to each other; what differs is marked with a sign and a word. */
export function BatchTotals({ batch }: { readonly batch: BatchView }) {
  const { say } = useWords()
  const { ours, told, way } = batch
  const net = netOf(ours)
  const netTold = theirNet(told)
  return (
    <table className={css.table} data-testid="batch-totals">
      <caption className="spoken">{say('settlements.totals')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" colSpan={2}>
            {say('settlements.ours')}
          </th>
          <th scope="col" colSpan={2}>
            {say(`settlements.theirs.${way}`)}
          </th>
          <th scope="col">
            <span className="spoken">{say('settlements.compared')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {twoSides(ours, told).map(({ group, ours: mine, theirs, countDiffers, amountDiffers }) => (
          <tr key={group} data-testid={`totals-${group}`} data-differs={countDiffers || amountDiffers}>
            <th scope="row">{say(`settlements.group.${group}`)}</th>
            <td className={css.count}>{mine.count}</td>
            <td className={css.money}>
              <Amount minor={mine.amount} />
            </td>
            {theirs === null ? (
              <Unsaid />
            ) : (
              <>
                <td className={css.count}>
                  <Figure differs={countDiffers}>{theirs.count}</Figure>
                </td>
                <td className={css.money}>
                  <Figure differs={amountDiffers}>
                    <Amount minor={theirs.amount} />
                  </Figure>
                </td>
              </>
            )}
            <Compared said={theirs !== null} differs={countDiffers || amountDiffers} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr data-testid="totals-net" data-differs={netTold !== null && netTold !== net}>
          <th scope="row">{say('settlements.group.net')}</th>
          <td colSpan={2} className={css.money}>
            <Amount minor={net} currency />
          </td>
          {netTold === null ? (
            <Unsaid />
          ) : (
            <td colSpan={2} className={css.money}>
              <Figure differs={netTold !== net}>
                <Amount minor={netTold} currency />
              </Figure>
            </td>
          )}
          <Compared said={netTold !== null} differs={netTold !== net} />
        </tr>
      </tfoot>
    </table>
  )
}

const Figure = (props: { readonly differs: boolean; readonly children: ReactNode }) =>
  props.differs ? <strong className={css.differing}>{props.children}</strong> : props.children

function Unsaid() {
  const { say } = useWords()
  return (
    <td colSpan={2} className={css.unsaid}>
      {say('settlements.theirs.none')}
    </td>
  )
}

function Compared({ said, differs }: { readonly said: boolean; readonly differs: boolean }) {
  const { say } = useWords()
  if (!said) return <td />
  return (
    <td className={css.compared} data-differs={differs}>
      <span>
        <Icon name={differs ? 'unequal' : 'tick'} size={20} />
        {say(differs ? 'settlements.differs' : 'settlements.same')}
      </span>
    </td>
  )
}
