import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useAsk } from '../api/ask.ts'
import { useInCharge } from '../api/in-charge.ts'
import { useCounter, useHouse, useMarketplace } from '../api/till.tsx'
import { useWords } from '../i18n/Words.tsx'
import { useTheme } from '../theme/theme.ts'
import { Button } from '../widgets/Button.tsx'
import { Icon } from '../widgets/Icon.tsx'
import type { IconName } from '../widgets/icons.data.ts'
import { RefusalNote } from '../widgets/RefusalNote.tsx'
import css from './MainMenu.module.css'
import type { Page } from './pages.ts'
import { goTo, openCustomer, pages, usePage } from './pages.ts'

const pageIcons: Readonly<Record<Page, IconName>> = {
  sell: 'all',
  tickets: 'ticket',
  shift: 'drawer',
  books: 'book',
  papers: 'printer',
  settlements: 'bank',
  marketplace: 'globe',
  devices: 'plug',
}

/** Where else one can go, and what belongs to the till as a whole. */
export function MainMenu() {
  const { say } = useWords()
  const { theme, chooseTheme } = useTheme()
  const { ask, refusal, clear } = useAsk()
  const training = useCounter()?.training ?? false
  const here = usePage()
  const tasks = useHouse()?.marketTasks ?? 0
  // Of no use to a cashier where no marketplace is connected.
  const market = useMarketplace()?.connection !== null
  const inCharge = useInCharge()
  const other = theme === 'dark' ? 'light' : 'dark'
  const item = (id: string, icon: IconName, words: string, onAction: () => void, badge?: ReactNode) => (
    <MenuItem
      key={id}
      id={id}
      className={css.item ?? ''}
      textValue={words}
      onAction={onAction}
      data-testid={`menu-${id}`}
    >
      <Icon name={icon} />
      {words}
      {badge}
    </MenuItem>
  )
  return (
    <>
      <MenuTrigger>
        <Button look="quiet" icon="menu" label={say('app.menu')} testId="menu" />
        <Popover className={css.popover ?? ''} placement="bottom start">
          <Menu className={css.menu ?? ''} aria-label={say('app.menu')}>
            {pages
              .filter((page) => page !== here && (page !== 'marketplace' || market || inCharge))
              .filter((page) => page !== 'books' || inCharge)
              .map((page) =>
                item(
                  page,
                  pageIcons[page],
                  say(`app.${page}`),
                  () => goTo(page),
                  page === 'marketplace' && tasks > 0 ? (
                    <Badge count={tasks} words={say('market.bar.tasks', { count: tasks })} />
                  ) : null,
                ),
              )}
            {item('customer', 'screen', say('app.customer'), openCustomer)}
            {item('theme', other === 'dark' ? 'moon' : 'sun', say(`app.theme.${other}`), () =>
              chooseTheme(other),
            )}
            {item('training', 'school', say(training ? 'app.training.stop' : 'app.training.start'), () => {
              void ask((till) => till.counter.send({ type: 'setTraining', on: !training }))
            })}
            {item('lock', 'lock', say('app.lock'), () => {
              void ask((till) => till.house.lock())
            })}
          </Menu>
        </Popover>
      </MenuTrigger>
      <div className={css.refusal}>
        <RefusalNote refusal={refusal} onClose={clear} />
      </div>
    </>
  )
}

/** How many wait for somebody, on the line that leads to them. */
function Badge({ count, words }: { readonly count: number; readonly words: string }) {
  return (
    <span className={css.badge} data-testid="menu-badge">
      <span aria-hidden="true">{count}</span>
      <span className="spoken">{words}</span>
    </span>
  )
}
