import { useAsk } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { CategoryPicture } from '../../pictures/CategoryPicture.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './FirstWays.module.css'

const shown = ['rugs', 'leather', 'copper', 'pottery', 'lanterns'] as const

/** The one choice of the first page: to try it, to begin, or to bring back what was. */
export function FirstWays(props: { readonly onOwnShop: () => void; readonly onRestore: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  return (
    <div className={css.ways}>
      <h1 className={css.title}>{say('firstRun.title')}</h1>
      <p className={css.lead}>{say('firstRun.lead')}</p>
      <button
        type="button"
        className={`${css.way} ${css.demo}`}
        data-testid="first-run-demo"
        disabled={busy}
        aria-busy={busy}
        onClick={() => void ask((till) => till.house.startDemo())}
      >
        <span className={css.shelf}>
          {shown.map((category) => (
            <CategoryPicture key={category} category={category} className={css.picture} />
          ))}
        </span>
        <span className={css.words}>
          <span className={css.name}>{say(busy ? 'firstRun.opening' : 'firstRun.demo')}</span>
          <span className={css.body}>{say('firstRun.demo.body')}</span>
        </span>
        <Icon name="next" />
      </button>
      <button
        type="button"
        className={css.way}
        data-testid="first-run-setup"
        disabled={busy}
        onClick={props.onOwnShop}
      >
        <span className={css.words}>
          <span className={css.name}>{say('firstRun.setup')}</span>
          <span className={css.body}>{say('firstRun.setup.body')}</span>
        </span>
        <Icon name="next" />
      </button>
      <button
        type="button"
        className={css.way}
        data-testid="first-run-restore"
        disabled={busy}
        onClick={props.onRestore}
      >
        <span className={css.words}>
          <span className={css.name}>{say('restore.way')}</span>
          <span className={css.body}>{say('restore.way.body')}</span>
        </span>
        <Icon name="next" />
      </button>
      <RefusalNote refusal={refusal} />
    </div>
  )
}
