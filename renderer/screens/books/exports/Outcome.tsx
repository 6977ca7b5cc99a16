import type { Exporting } from '../../../api/exporting.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import css from './Exports.module.css'

/** What has become of the export: how far it is, where it was saved and what one has to know of it, or why there is none. */
export function Outcome({ state, onStop }: { readonly state: Exporting; readonly onStop: () => void }) {
  const { say } = useWords()
  const saved = useSaved()
  const running = state.stage === 'making' || state.stage === 'fetching' ? state : null
  return (
    <div className={css.outcome}>
      {running === null ? null : (
        <div className={css.running} data-testid="export-running">
          <label className={css.part}>
            {say(running.stage === 'making' ? 'exports.going' : 'exports.fetching')}
            <progress max={1} value={running.part} />
          </label>
          <Button icon="cross" onPress={onStop} testId="export-stop">
            {say('exports.cancel')}
          </Button>
        </div>
      )}
      <DoneNote words={state.stage === 'made' ? saved(state.file) : ''} testId="export-saved" />
      <p role="status" className={css.note} data-testid="export-note">
        {noteOf(state, say)}
      </p>
      <RefusalNote refusal={state.stage === 'refused' ? state.refusal : null} />
    </div>
  )
}

function noteOf(state: Exporting, say: ReturnType<typeof useWords>['say']): string {
  if (state.stage === 'stopped') return say('exports.stopped')
  if (state.stage === 'away') return say('exports.away')
  if (state.stage !== 'made') return ''
  const { replaced, openShifts, cut, mediaType } = state.file
  const inTable = mediaType.endsWith('charset=windows-1256')
  return [
    replaced > 0 ? say(inTable ? 'exports.replaced' : 'accounting.replaced', { count: replaced }) : '',
    cut > 0 ? say('accounting.cut', { count: cut }) : '',
    openShifts > 0 ? say('exports.openShifts', { count: openShifts }) : '',
  ]
    .filter((note) => note !== '')
    .join(' ')
}

/** Names of files and sizes stand left to right in every language. */
const isolated = (text: string): string => `\u2066${text}\u2069`

function useSaved(): (file: { readonly name: string; readonly bytes: number }) => string {
  const { say } = useWords()
  return ({ name, bytes }) => {
    const mega = bytes >= 1_000_000
    const count = mega ? (bytes / 1_000_000).toFixed(1).replace('.', ',') : String(Math.ceil(bytes / 1000))
    const size = say(mega ? 'exports.size.mb' : 'exports.size.kb', { count })
    return say('exports.saved', { name: isolated(name), size })
  }
}
