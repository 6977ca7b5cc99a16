import type { OnlineOrderView, OnlineTaskView } from '#shared/contract/marketplace.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Card } from '../../../widgets/Card.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { BuyerFacts } from '../orders/BuyerFacts.tsx'
import { numberIn } from '../orders/OrderHead.tsx'
import { OrderLines } from '../orders/OrderLines.tsx'
import { OrderState } from '../orders/OrderState.tsx'
import { BuyerMessageBox } from './BuyerMessageBox.tsx'
import { type TaskAct, TaskActions } from './TaskActions.tsx'
import { TaskHappened } from './TaskHappened.tsx'
import css from './Tasks.module.css'
import { moneyWords } from './task-money.ts'

interface TaskProps {
  readonly view: OnlineOrderView
  readonly numberOf: (order: OnlineOrderId) => string
  readonly onAct: (act: TaskAct) => void
}

/** One task: the money first, what happened, what to say to the buyer, and its two ways out. */
export function TaskCard(props: TaskProps) {
  const { task } = props.view
  return task === null ? null : <TaskOf {...props} task={task} />
}

function TaskOf({ view, task, numberOf, onAct }: TaskProps & { readonly task: OnlineTaskView }) {
  const { say, money } = useWords()
  const { order, buyer, state } = view
  return (
    <Card roomy data-testid={`task-${order.number}`} data-task={task.kind} data-cancelling={view.cancelling}>
      <header className={css.head}>
        <Icon name="question" />
        <h3 className={css.title}>{say(`market.task.${task.kind}`, { number: numberIn(order.number) })}</h3>
        <OrderState state={state} />
        <p className={css.since}>{say('market.task.since', { when: whenIn(task.since) })}</p>
      </header>
      <section className={css.money}>
        <h4 className={css.heading}>{say('market.task.money')}</h4>
        <p data-testid="task-money">{moneyWords(view, task, say, money)}</p>
      </section>
      <section className={css.part}>
        <h4 className={css.heading}>{say('market.task.happened')}</h4>
        <TaskHappened view={view} task={task} numberOf={numberOf} />
        <div className={css.halves}>
          <OrderLines order={order} gone={task.lost.map(({ sku }) => sku)} />
          <BuyerFacts buyer={buyer} sent={order.delivery === 'ship'} />
        </div>
      </section>
      {task.message === null ? null : <BuyerMessageBox message={task.message} email={buyer?.email ?? ''} />}
      <TaskActions view={view} task={task} onAct={onAct} />
    </Card>
  )
}
