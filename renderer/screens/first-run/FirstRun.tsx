import { useState } from 'react'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Zellige } from '../../pictures/Zellige.tsx'
import css from './FirstRun.module.css'
import { ShopForm } from './ShopForm.tsx'
import { TwoWays } from './TwoWays.tsx'

/** A till with no shop yet: language first, then a demo shop or one’s own. */
export function FirstRun() {
  const { say } = useWords()
  const [ownShop, setOwnShop] = useState(false)
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
          {ownShop ? (
            <ShopForm onBack={() => setOwnShop(false)} />
          ) : (
            <TwoWays onOwnShop={() => setOwnShop(true)} />
          )}
        </div>
      </div>
    </main>
  )
}
