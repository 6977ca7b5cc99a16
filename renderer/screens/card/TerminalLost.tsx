import type { DeviceView } from '#shared/contract/devices.ts'
import { troubleWords } from '#shared/i18n/refusals/trouble-words.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './CardProgress.module.css'

/** In the middle of a card: the terminal went away, or its answer cannot be written down. Says what is safe. */
export function TerminalLost(props: {
  readonly terminal: DeviceView | undefined
  readonly unrecorded: boolean
}) {
  const { say, language } = useWords()
  const { terminal } = props
  const trouble = terminal?.health === 'trouble' ? troubleWords(terminal.trouble ?? '', language) : null
  const said = props.unrecorded
    ? { title: null, body: say('card.unrecorded') }
    : trouble === null
      ? null
      : { title: `${trouble.title}. ${trouble.next}`, body: say('card.lost') }
  return (
    <div role="status" className={css.lostPlace}>
      {said === null ? null : (
        <div className={css.lost} data-testid="terminal-lost">
          <Icon name={props.unrecorded ? 'warn' : 'plug'} />
          <div>
            {said.title === null ? null : <p className={css.lostTitle}>{said.title}</p>}
            <p>{said.body}</p>
          </div>
        </div>
      )}
    </div>
  )
}
