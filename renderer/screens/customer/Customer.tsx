import { useEffect, useLayoutEffect, useState } from 'react'
import { customerWords } from '#shared/i18n/customer/customer-words.ts'
import type { ReceiptLanguage } from '#shared/kernel/language.ts'
import { useCounter, useHouse, useLineState } from '../../api/till.tsx'
import css from './Customer.module.css'
import { CustomerCard, CustomerChecking } from './CustomerCard.tsx'
import { CustomerLines } from './CustomerLines.tsx'
import { CustomerQr } from './CustomerQr.tsx'
import { CustomerThanks } from './CustomerThanks.tsx'
import { CustomerWelcome } from './CustomerWelcome.tsx'
import { customerScene } from './customer-scene.ts'

/** How long a finished sale is thanked for, ms; the next sale may cut it short. */
const thanksMs = 30_000

/** The visitor's language: of the open sale, of the sale just finished, or else the shop's own. */
function useVisitorLanguage(): ReceiptLanguage {
  const shop = useHouse()?.settings?.receiptLanguage ?? 'fr'
  const now = useCounter()?.sale?.language ?? null
  const [last, setLast] = useState<ReceiptLanguage | null>(null)
  useEffect(() => {
    if (now !== null) setLast(now)
  }, [now])
  return now ?? last ?? shop
}

/** The second screen: what the visitor pays and what to do now. It draws and asks nothing of the till. */
export function Customer() {
  const view = useCounter()
  const settings = useHouse()?.settings ?? null
  const away = useLineState() === 'away'
  const language = useVisitorLanguage()
  const [putAway, setPutAway] = useState<number | null>(null)
  const scene = view === null ? ({ kind: 'welcome' } as const) : customerScene(view, putAway)
  const thanked = scene.kind === 'thanks' ? scene.done.ticket : null
  useEffect(() => {
    if (thanked === null) return
    const timer = setTimeout(() => setPutAway(thanked), thanksMs)
    return () => clearTimeout(timer)
  }, [thanked])
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  }, [language])

  const words = customerWords[language]
  const shown = () => {
    // What was last heard may no longer be so: nobody is told to insert a card by a till that is not there.
    if (away) return <CustomerChecking words={words} amount={null} />
    switch (scene.kind) {
      case 'lines':
        return <CustomerLines words={words} language={language} sale={scene.sale} lines={scene.lines} />
      case 'card':
        return <CustomerCard words={words} step={scene.step} amount={scene.amount} back={scene.back} />
      case 'checking':
        return <CustomerChecking words={words} amount={scene.amount} />
      case 'qr':
        return <CustomerQr words={words} payload={scene.payload} amount={scene.amount} />
      case 'thanks':
        return <CustomerThanks words={words} done={scene.done} />
      case 'welcome':
        return <CustomerWelcome shop={settings?.shop ?? null} />
    }
  }
  return (
    <main className={css.page} data-testid="customer" data-scene={away ? 'checking' : scene.kind}>
      {view?.training ? <p className={css.practice}>{words.practice}</p> : null}
      {shown()}
    </main>
  )
}
