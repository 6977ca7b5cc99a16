import { useState } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import { useInCharge } from '../../api/in-charge.ts'
import { useCounter } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { dayIn, timeIn } from '../../i18n/when.ts'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Card } from '../../widgets/Card.tsx'
import { DoneNote } from '../../widgets/DoneNote.tsx'
import { Fact, Facts } from '../../widgets/Facts.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { CashMove } from './CashMove.tsx'
import { DrawerNow } from './DrawerNow.tsx'
import { Kick } from './Kick.tsx'
import { ReportButton } from './ReportButton.tsx'
import css from './Standing.module.css'

type Open = 'in' | 'out' | 'kick' | null

/** The open shift: since when, what may be done with the drawer, and the way to its count. */
export function Standing(props: {
  readonly shift: NonNullable<CheckoutView['shift']>
  readonly onClose: () => void
}) {
  const { say } = useWords()
  const { shift } = props
  const view = useCounter()
  const inCharge = useInCharge()
  const [open, setOpen] = useState<Open>(null)
  const [recorded, setRecorded] = useState(false)
  const closable = view?.phase === 'idle'
  const parked = view?.parked.length ?? 0
  const show = (what: Open) => {
    setRecorded(false)
    setOpen(what)
  }
  const finish = (done: boolean) => {
    setOpen(null)
    setRecorded(done)
  }
  return (
    <div className={css.standing} data-wide={inCharge}>
      <div className={css.column}>
        <Card>
          <h2 className={css.title}>
            <Icon name="tick" /> {say('shift.standing')}
          </h2>
          <Facts figures>
            <Fact name={say('shift.day')}>
              <bdi dir="ltr">{dayIn(shift.businessDay)}</bdi>
            </Fact>
            <Fact name={say('shift.since')}>
              <bdi dir="ltr">{timeIn(shift.openedAt)}</bdi>
            </Fact>
            <Fact name={say('shift.cashier')}>
              <bdi>{shift.cashier}</bdi>
            </Fact>
            <Fact name={say('shift.float')}>
              <Amount minor={shift.float} currency />
            </Fact>
          </Facts>
        </Card>
        <Card>
          <h2 className={css.title}>{say('shift.movement')}</h2>
          <div className={css.buttons}>
            <Button icon="plus" testId="cash-in" onPress={() => show('in')}>
              {say('shift.in')}
            </Button>
            <Button icon="minus" testId="cash-out" onPress={() => show('out')}>
              {say('shift.out')}
            </Button>
            <Button icon="drawer" testId="kick-drawer" onPress={() => show('kick')}>
              {say('shift.kick')}
            </Button>
          </div>
          <DoneNote words={recorded ? say('shift.recorded') : ''} />
        </Card>
        <section className={css.foot}>
          {inCharge ? <ReportButton shift={shift.shiftId} strip="x" /> : null}
          <Button
            look="primary"
            size="large"
            wide
            icon="lock"
            testId="close-shift"
            isDisabled={!closable}
            onPress={props.onClose}
          >
            {say('shift.close')}
          </Button>
          {closable ? null : <p className={css.why}>{say('shift.close.saleOpen')}</p>}
          {parked === 0 ? null : <p className={css.why}>{say('shift.close.parked', { count: parked })}</p>}
        </section>
      </div>
      {inCharge ? <DrawerNow /> : null}
      {open === 'in' || open === 'out' ? <CashMove direction={open} onEnd={finish} /> : null}
      {open === 'kick' ? <Kick onEnd={finish} /> : null}
    </div>
  )
}
