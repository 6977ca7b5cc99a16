import { memo, useEffect, useState } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { EmptyState } from '../../widgets/EmptyState.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import css from './Cart.module.css'
import { CartFoot } from './CartFoot.tsx'
import { CartLine } from './CartLine.tsx'
import { ParkDialog, ParkedSheet } from './Parked.tsx'
import { PriceDialog } from './PriceDialog.tsx'
import { VisitorLanguage } from './VisitorLanguage.tsx'
import type { Work } from './work.ts'

type Over =
  | { readonly kind: 'price'; readonly line: number }
  | { readonly kind: 'park' | 'parked' | 'cancel' }
  | null

/** The open sale: its lines, what it comes to, and what to do with it. */
export const Cart = memo(function Cart(props: {
  readonly view: CheckoutView
  readonly work: Work
  readonly onWork: (work: Work) => void
}) {
  const { say } = useWords()
  const { sale, parked, phase } = props.view
  const [open, setOpen] = useState<string | null>(null)
  const [over, setOver] = useState<Over>(null)
  const close = () => setOver(null)
  const lines = sale?.lines ?? []
  const editable = phase === 'ringing'

  // The line just added is the one that will be talked about: it stands open and in sight.
  const newest = lines.at(-1)?.lineId ?? null
  useEffect(() => {
    setOpen(newest)
  }, [newest])
  useEffect(() => {
    if (open !== null) document.getElementById(open)?.scrollIntoView({ block: 'nearest' })
  }, [open])

  const priced = over?.kind === 'price' ? lines[over.line - 1] : undefined
  return (
    <aside className={css.cart} aria-label={say('sell.cart')} data-testid="cart">
      <header className={css.head}>
        <h2 className={css.count}>{say('sell.lines', { count: lines.length })}</h2>
        {sale === null ? null : <VisitorLanguage language={sale.language} />}
        <Button
          look={parked.length > 0 ? 'plain' : 'quiet'}
          size="small"
          icon="park"
          testId="parked"
          isDisabled={parked.length === 0}
          onPress={() => setOver({ kind: 'parked' })}
        >
          {say('sell.parked', { count: parked.length })}
        </Button>
      </header>
      {lines.length === 0 ? (
        <EmptyState icon="scan" title={say('sell.empty.title')} body={say('sell.empty.body')} />
      ) : (
        <ol className={css.lines}>
          {lines.map((line, place) => (
            <CartLine
              key={line.lineId}
              line={line}
              number={place + 1}
              editable={editable}
              open={editable && open === line.lineId}
              onOpen={() => setOpen((before) => (before === line.lineId ? null : line.lineId))}
              onPrice={() => setOver({ kind: 'price', line: place + 1 })}
            />
          ))}
        </ol>
      )}
      {sale === null || lines.length === 0 ? null : (
        <CartFoot
          sale={sale}
          phase={phase}
          work={props.work}
          onWork={props.onWork}
          onPark={() => setOver({ kind: 'park' })}
          onCancel={() => setOver({ kind: 'cancel' })}
        />
      )}
      {over?.kind === 'price' && priced !== undefined ? (
        <PriceDialog line={priced} number={over.line} onClose={close} />
      ) : null}
      {over?.kind === 'park' ? <ParkDialog onClose={close} /> : null}
      {over?.kind === 'parked' ? <ParkedSheet parked={parked} onClose={close} /> : null}
      {over?.kind === 'cancel' ? <CancelDialog onClose={close} /> : null}
    </aside>
  )
})
