import { useState } from 'react'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Zellige } from '../../pictures/Zellige.tsx'
import css from './FirstRun.module.css'
import { FirstWays } from './FirstWays.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { ShopForm } from './ShopForm.tsx'

/** A till with no shop yet: language first, then a demo shop, one’s own, or one that comes back from a backup. */
export function FirstRun() {
  const { say } = useWords()
  const [way, setWay] = useState<'ownShop' | 'restore' | null>(null)
  const back = (): void => setWay(null)
  return (
    <main className={css.page} data-testid="first-run">
      <div className={css.wall}>
        <Zellige className={css.zellige} />
      </div>
      <div className={css.side}>
        <header className={css.head}>
          <strong className={css.mark}>{say('app.name')}</strong>
          <LanguageSwitch />
        </header>
        <div className={css.middle}>
          {way === null ? (
            <FirstWays onOwnShop={() => setWay('ownShop')} onRestore={() => setWay('restore')} />
          ) : way === 'ownShop' ? (
            <ShopForm onBack={back} />
          ) : (
            <RestoreForm onBack={back} />
          )}
        </div>
      </div>
    </main>
  )
}
