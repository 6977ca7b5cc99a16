import type { OnlineOrderView, OnlineTaskView } from '#shared/contract/marketplace.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { TroubleNote } from '../TroubleNote.tsx'
import css from './Tasks.module.css'

/** What a person can do about a task. */
export type TaskAct = 'cancel' | 'close'

/** Giving the money back through the marketplace, or saying how it was settled otherwise; each with what it means. */
export function TaskActions(props: {
  readonly view: OnlineOrderView
  readonly task: OnlineTaskView
  readonly onAct: (act: TaskAct) => void
}) {
  const { say } = useWords()
  const inCharge = useInCharge()
  const { view, task, onAct } = props
  const { number } = view.order
  const { cancelling, setAside, stage, state } = view
  const unpaid = state === 'placed'
  // What has left the shop, or was ended over there, is not cancelled a second time.
  const cancellable = task.kind !== 'returned' && stage === 'open'
  if (cancelling && setAside === null)
    return (
      <p className={css.going} role="status" data-testid={`cancelling-${number}`}>
        <Icon name="wait" />
        {say('market.task.cancelling')}
      </p>
    )
  return (
    <section className={css.part}>
      {setAside === null ? (
        <h4 className={css.heading}>{say('market.task.do')}</h4>
      ) : (
        <TroubleNote trouble={setAside} title={say('market.task.setAside')} />
      )}
      {inCharge ? (
        <div className={css.acts}>
          {cancellable ? (
            <div className={css.act}>
              <Button
                look="primary"
                size="large"
                icon="undo"
                wide
                testId={`task-cancel-${number}`}
                onPress={() => onAct('cancel')}
              >
                {say(
                  setAside !== null ? 'market.task.again' : unpaid ? 'market.cancel.unpaid' : 'market.cancel',
                )}
              </Button>
              <p className={css.quiet}>
                {say(unpaid ? 'market.task.cancel.unpaid' : 'market.task.cancel.hint')}
              </p>
            </div>
          ) : null}
          <div className={css.act}>
            <Button
              size="large"
              icon="person"
              wide
              testId={`task-close-${number}`}
              onPress={() => onAct('close')}
            >
              {say('market.task.other')}
            </Button>
            <p className={css.quiet}>{say('market.task.other.hint')}</p>
          </div>
        </div>
      ) : (
        <p>{say('market.task.managers')}</p>
      )}
    </section>
  )
}
