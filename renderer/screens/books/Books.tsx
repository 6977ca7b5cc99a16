import type { ComponentType } from 'react'
import { useInCharge } from '../../api/in-charge.ts'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { goTo, usePlace } from '../../app/pages.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { EmptyState } from '../../widgets/EmptyState.tsx'
import { ScrollPage } from '../../widgets/ScrollPage.tsx'
import { SelectEntry } from '../../widgets/SelectEntry.tsx'
import { Accounting } from './accounting/Accounting.tsx'
import css from './Books.module.css'
import { Backups } from './backups/Backups.tsx'
import { Closings } from './closings/Closings.tsx'
import { Exports } from './exports/Exports.tsx'
import { Owners } from './owners/Owners.tsx'
import { Reports } from './reports/Reports.tsx'
import { TaxSettings } from './tax/TaxSettings.tsx'

/** In the order of the tabs. Each is drawn inside a page that scrolls, as one or more `Part`s. */
const tabs = {
  reports: Reports,
  closings: Closings,
  owners: Owners,
  exports: Exports,
  accounting: Accounting,
  tax: TaxSettings,
  backups: Backups,
} as const satisfies Readonly<Record<string, ComponentType>>
type Tab = keyof typeof tabs

const isTab = (name: string): name is Tab => Object.hasOwn(tabs, name)

/** What the shop has done, in figures and for the bookkeeper; for those in charge. The address keeps the tab. */
export function Books() {
  const { say } = useWords()
  const inCharge = useInCharge()
  return (
    <Frame middle={<PageTitle>{say('books.title')}</PageTitle>}>
      {inCharge ? (
        <Tabs />
      ) : (
        <ScrollPage>
          <EmptyState icon="lock" title={say('books.managers.title')} body={say('books.managers.body')}>
            <Button icon="drawer" testId="to-shift" onPress={() => goTo('shift')}>
              {say('books.managers.shift')}
            </Button>
          </EmptyState>
        </ScrollPage>
      )}
    </Frame>
  )
}

function Tabs() {
  const { say } = useWords()
  const place = usePlace()
  const tab = isTab(place) ? place : 'reports'
  const Shown = tabs[tab]
  const names = (Object.keys(tabs) as Tab[]).map((key) => ({ key, face: say(`books.place.${key}`) }))
  return (
    <>
      <nav className={css.beside} aria-label={say('books.places')}>
        <Choice
          label={say('books.places')}
          chosen={tab}
          onChoose={(next) => goTo('books', next)}
          options={names.map((each) => ({ ...each, testId: `place-${each.key}` }))}
        />
      </nav>
      <ScrollPage key={tab}>
        <div className={css.folded}>
          <SelectEntry
            label={say('books.place')}
            options={names.map(({ key, face }) => ({ key, label: face }))}
            chosen={tab}
            onChoose={(next) => goTo('books', next)}
            testId="places"
          />
        </div>
        <Shown />
      </ScrollPage>
    </>
  )
}
