import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import css from './Pieces.module.css'

/** How many are chosen, choosing all or none, and what happens to those that are. */
export function ChosenBar(props: {
  readonly count: number
  readonly all: boolean
  /** What is done with them: put online, or taken off. */
  readonly online: boolean
  readonly busy: boolean
  readonly onAll: (all: boolean) => void
  readonly onDo: () => void
}) {
  const { say } = useWords()
  return (
    <div className={css.chosen}>
      <Button
        size="small"
        icon={props.all ? 'minus' : 'tick'}
        testId="choose-shown"
        onPress={() => props.onAll(!props.all)}
      >
        {say(props.all ? 'market.chooseNone' : 'market.chooseShown')}
      </Button>
      <span className={css.quiet} role="status">
        {say('market.chosen', { count: props.count })}
      </span>
      {props.count === 0 ? null : (
        <Button
          look={props.online ? 'primary' : 'plain'}
          icon={props.online ? 'net' : 'minus'}
          size="small"
          busy={props.busy}
          testId="do-chosen"
          onPress={props.onDo}
        >
          {say(props.online ? 'market.putOnline' : 'market.takeOff')}
        </Button>
      )}
    </div>
  )
}
