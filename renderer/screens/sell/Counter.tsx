import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { DeviceRead } from '#shared/contract/devices.ts'
import { useSend } from '../../api/ask.ts'
import { useDevices, useTillClient } from '../../api/till.tsx'
import { Frame } from '../../app/Frame.tsx'
import { useReads } from '../../input/reads.ts'
import { useScanner } from '../../input/scanner.ts'
import { useShortcuts } from '../../input/shortcuts.ts'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { ByHand } from '../by-hand/ByHand.tsx'
import { CardProgress } from '../card/CardProgress.tsx'
import { Done } from '../done/Done.tsx'
import { Paper } from '../done/Paper.tsx'
import { CardPane } from '../pay/CardPane.tsx'
import { CashPane } from '../pay/CashPane.tsx'
import { OtherPane } from '../pay/OtherPane.tsx'
import { QrPane } from '../pay/QrPane.tsx'
import { UnknownOutcome } from '../unknown/UnknownOutcome.tsx'
import { Cart } from './Cart.tsx'
import css from './Counter.module.css'
import { ReadHint } from './ReadHint.tsx'
import { Search } from './Search.tsx'
import { Tiles } from './Tiles.tsx'
import type { Work } from './work.ts'

/** Selling: the work pane beside the sale. The phase of the till decides first, the cashier's choice second. */
export function Counter({
  view,
  seen,
  onSeen,
}: {
  readonly view: CheckoutView
  /** The finished ticket that was already put away. */
  readonly seen: number | null
  readonly onSeen: (ticket: number | null) => void
}) {
  const search = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  // The field answers at once; the tiles follow when there is time.
  const sought = useDeferredValue(text)
  const till = useTillClient()
  const [work, setWork] = useState<Work>('tiles')
  const { send, refusal, clear } = useSend()
  const printerSimulated = useDevices().some((device) => device.kind === 'printer' && device.simulated)
  const { sale, done } = view
  const fresh = done !== null && sale === null && done.ticket !== seen
  const payable = sale !== null && sale.lines.length > 0 && sale.due > 0
  // Money given back, a payment undone, a test: there is no sale to stand beside it.
  const alone = view.attempt !== null && sale === null

  const add = useCallback(
    async (readings: readonly string[]) => {
      for (const code of readings) {
        const said = await send({ type: 'scan', code, quantity: 1 })
        if (said.ok || said.refusal?.code !== 'unknownItem') return said.ok
      }
      return false
    },
    [send],
  )
  // Stable, so that a render of the counter is not one of every tile.
  const addTile = useCallback((sku: string) => void add([sku]), [add])
  const clearText = useCallback(() => setText(''), [])
  // Enter after words: the only piece they fit, or else the words as a code.
  const choose = async (words: string) => {
    const found = await till.catalogue
      .search({ text: words, category: null, limit: 2, offset: 0 })
      .catch(() => [])
    const only = found.length === 1 ? found[0] : undefined
    if (only !== undefined) return add([only.item.sku])
    return found.length === 0 ? add([words]) : false
  }
  useScanner((readings) => {
    setText('')
    void add(readings)
  })
  const [read, setRead] = useState<DeviceRead | null>(null)
  useReads((next) => {
    setRead(next.kind === 'code' ? null : next)
    if (next.kind === 'code') void add([next.code])
  })
  const qr = sale?.qr ?? null
  // Another way to pay puts the code away: what is shown to the visitor must not be paid twice.
  const shown = qr !== null
  const turnTo = useCallback(
    (kind: Work) => {
      if (shown && kind !== 'other') void send({ type: 'hideQr' })
      setWork(kind)
    },
    [shown, send],
  )
  const pay = (kind: Work) => () => {
    if (payable) turnTo(kind)
  }
  useShortcuts({
    F2: () => {
      setWork('tiles')
      onSeen(done?.ticket ?? null)
      // The field may just be coming back: focus it after it is drawn.
      requestAnimationFrame(() => search.current?.focus())
    },
    F4: pay('cash'),
    F8: pay('card'),
    F9: pay('other'),
    // What stands in the work pane by itself (a card, a code) has an Escape of its own.
    ...(view.attempt === null && !shown
      ? { Escape: () => (work === 'tiles' ? setText('') : setWork('tiles')) }
      : {}),
  })

  const saleId = sale?.saleId ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sale, or none, begins at the tiles again
  useEffect(() => {
    setWork('tiles')
    setText('')
    clear()
  }, [saleId, clear])

  return (
    <Frame middle={<Search ref={search} text={text} onText={setText} onCode={choose} />}>
      <div className={css.panes} data-alone={alone}>
        <section className={css.work} data-testid="work">
          <div className={css.refusal}>
            <RefusalNote refusal={refusal} onClose={clear} />
            <ReadHint read={read} onClose={() => setRead(null)} />
          </div>
          {workOf()}
        </section>
        {alone ? null : fresh && printerSimulated && view.phase === 'idle' ? (
          <Paper />
        ) : (
          <Cart view={view} work={shown ? 'other' : work} onWork={turnTo} />
        )}
      </div>
    </Frame>
  )

  function workOf() {
    const { attempt } = view
    if (view.phase === 'charging' && attempt !== null) {
      return attempt.byHand ? <ByHand attempt={attempt} /> : <CardProgress attempt={attempt} />
    }
    if (view.phase === 'unresolved' && attempt !== null) return <UnknownOutcome attempt={attempt} />
    if (fresh) return <Done done={done} onNext={() => onSeen(done.ticket)} />
    const back = () => setWork('tiles')
    if (sale !== null && payable) {
      if (qr !== null) return <QrPane qr={qr} onHidden={back} onCard={() => setWork('card')} />
      if (work === 'cash') return <CashPane sale={sale} onBack={back} />
      if (work === 'card') return <CardPane sale={sale} onBack={back} />
      if (work === 'other') return <OtherPane sale={sale} onBack={back} />
    }
    return <Tiles text={sought} view={view} onAdd={addTile} onClearText={clearText} />
  }
}
