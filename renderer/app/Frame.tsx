import type { ReactNode } from 'react'
import { useCounter, useHouse } from '../api/till.tsx'
import { useWords } from '../i18n/Words.tsx'
import { Button } from '../widgets/Button.tsx'
import { Icon } from '../widgets/Icon.tsx'
import { DeviceStates } from './DeviceStates.tsx'
import css from './Frame.module.css'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { MainMenu } from './MainMenu.tsx'
import { MarketAsking } from './MarketAsking.tsx'
import { NetState } from './NetState.tsx'
import { PapersAsking } from './PapersAsking.tsx'
import { goTo, usePage } from './pages.ts'

/** The bar above every page and the page under it. `middle`: what stands in the bar's middle (search, or a title). */
export function Frame({ middle, children }: { readonly middle: ReactNode; readonly children: ReactNode }) {
  const { say, language } = useWords()
  const house = useHouse()
  const view = useCounter()
  const page = usePage()
  const shop = house?.settings?.shop
  const name = language === 'ar' ? shop?.nameAr || shop?.name : shop?.name
  return (
    <>
      <header>
        {view?.training ? (
          <p className={css.training} data-testid="training">
            <Icon name="school" size={20} />
            {say('app.training.banner')}
          </p>
        ) : null}
        <div className={css.bar}>
          <MainMenu />
          {page === 'sell' ? null : (
            <Button look="quiet" icon="back" testId="to-sell" onPress={() => goTo('sell')}>
              {say('app.sell')}
            </Button>
          )}
          <div className={css.who}>
            <strong className={css.shop} dir="auto">
              {name ?? say('app.name')}
            </strong>
            <span className={css.cashier} dir="auto" data-testid="cashier">
              {house?.unlockedBy?.name ?? ''}
            </span>
          </div>
          <div className={css.middle}>{middle}</div>
          <LanguageSwitch />
          <PapersAsking />
          <MarketAsking />
          <DeviceStates />
          <NetState />
        </div>
      </header>
      <main className={css.page}>{children}</main>
      {view?.training ? <div className={css.watermark} aria-hidden="true" /> : null}
    </>
  )
}

/** A page's name where the sell page has its search. */
export function PageTitle({ children }: { readonly children: ReactNode }) {
  return <h1 className={css.title}>{children}</h1>
}
