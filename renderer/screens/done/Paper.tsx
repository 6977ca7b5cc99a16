import { usePaper } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { EmptyState } from '../../widgets/EmptyState.tsx'
import { PngPicture } from '../../widgets/PngPicture.tsx'
import css from './Paper.module.css'

/** What came out of the simulated printer, newest on top. */
export function Paper() {
  const { say } = useWords()
  const sheets = usePaper()
  return (
    <aside className={css.tray} aria-label={say('done.paper')} data-testid="paper">
      <h2 className={css.title}>{say('done.paper')}</h2>
      {sheets.length === 0 ? (
        <EmptyState icon="printer" title={say('done.paper.none')} body={say('done.paper.noneBody')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
        <ul className={css.sheets} tabIndex={0}>
          {sheets.map((sheet) => (
            <li key={sheet.id} className={css.sheet}>
              <PngPicture
                png={sheet.png}
                label={say('done.paper.sheet', { number: sheet.id })}
                testId={`sheet-${sheet.id}`}
              />
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
