import { useCallback, useEffect, useRef, useState } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { useDevices } from '../../api/till.tsx'
import { Frame } from '../../app/Frame.tsx'
import { useScanner } from '../../input/scanner.ts'
import { useShortcuts } from '../../input/shortcuts.ts'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { CardProgress } from '../card/CardProgress.tsx'
import { Done } from '../done/Done.tsx'
import { Paper } from '../done/Paper.tsx'
import { CardPane } from '../pay/CardPane.tsx'
import { CashPane } from '../pay/CashPane.tsx'
import { OtherPane } from '../pay/OtherPane.tsx'
import { UnknownOutcome } from '../unknown/UnknownOutcome.tsx'
import { Cart } from './Cart.tsx'
import css from './Counter.module.css'
import { Search } from './Search.tsx'
import { Tiles } from './Tiles.tsx'

/** What the work pane is for, while the till itself asks for nothing else. */
export type Work = 'tiles' | 'cash' | 'card' | 'other'

/** Selling: the work pane beside the sale. The phase of the till decides first, the cashier's choice second. */
export function Counter({ view }: { readonly view: CheckoutView }) {
  const search = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [work, setWork] = useState<Work>('tiles')
  const [seen, setSeen] = useState<number | null>(null)
  const { send, refusal, clear } = useSend()
  const printerSimulated = useDevices().some((device) => device.kind === 'printer' && device.simulated)
  const { sale, done } = view
  const fresh = done !== null && sale === null && done.ticket !== seen
  const payable = sale !== null && sale.lines.length > 0

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
  useScanner((readings) => {
    setText('')
    void add(readings)
  })
  const pay = (kind: Work) => () => {
    if (payable) setWork(kind)
  }
  useShortcuts({
    F2: () => {
      setWork('tiles')
      setSeen(done?.ticket ?? null)
      // The field may just be coming back: focus it after it is drawn.
      requestAnimationFrame(() => search.current?.focus())
    },
    F4: pay('cash'),
    F8: pay('card'),
    F9: pay('other'),
    Escape: () => (work === 'tiles' ? setText('') : setWork('tiles')),
  })

  const saleId = sale?.saleId ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sale, or none, begins at the tiles again
  useEffect(() => {
    setWork('tiles')
    setText('')
    clear()
  }, [saleId, clear])

  return (
    <Frame middle={<Search ref={search} text={text} onText={setText} onCode={(code) => add([code])} />}>
      <div className={css.panes}>
        <section className={css.work} data-testid="work">
          <div className={css.refusal}>
            <RefusalNote refusal={refusal} onClose={clear} />
          </div>
          {workOf()}
        </section>
        {fresh && printerSimulated && view.phase === 'idle' ? (
          <Paper />
        ) : (
          <Cart view={view} work={work} onWork={setWork} />
        )}
      </div>
    </Frame>
  )

  function workOf() {
    if (view.phase === 'charging' && view.attempt !== null) return <CardProgress attempt={view.attempt} />
    if (view.phase === 'unresolved' && view.attempt !== null) return <UnknownOutcome attempt={view.attempt} />
    if (fresh) return <Done done={done} onNext={() => setSeen(done.ticket)} />
    const back = () => setWork('tiles')
    if (sale !== null && payable) {
      if (work === 'cash') return <CashPane sale={sale} onBack={back} />
      if (work === 'card') return <CardPane sale={sale} onBack={back} />
      if (work === 'other') return <OtherPane sale={sale} onBack={back} />
    }
    return <Tiles text={text} view={view} onAdd={(sku) => void add([sku])} onClearText={() => setText('')} />
  }
}
