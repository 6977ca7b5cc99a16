import { useWords } from '../../../i18n/Words.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import css from './Connection.module.css'
import type { MarketDraft } from './market-draft.ts'
import type { MarketFaults } from './market-faults.ts'

/** Where the platform's webhooks come in: folded away, because few shops have them and none needs them. */
export function HookFields(props: {
  readonly draft: MarketDraft
  readonly faults: MarketFaults
  readonly onDraft: (part: Partial<MarketDraft>) => void
}) {
  const { say } = useWords()
  const { draft, faults, onDraft } = props
  const wrong = faults.hookHost !== undefined || faults.hookPort !== undefined
  const used = draft.hookHost !== '' || draft.hookPort !== ''
  const said = (fault: (typeof faults)['hookHost']) =>
    fault === undefined ? null : say(`market.fault.${fault}`)
  return (
    <details className={css.folded} open={wrong || used}>
      <summary className={css.summary}>{say('market.hooks')}</summary>
      <div className={css.foldedBody}>
        <p className={css.quiet}>{say('market.hooks.body')}</p>
        <div className={css.pair}>
          <TextEntry
            label={say('market.hooks.host')}
            value={draft.hookHost}
            onChange={(hookHost) => onDraft({ hookHost })}
            maxLength={253}
            direction="ltr"
            error={said(faults.hookHost)}
            testId="market-hookHost"
          />
          <TextEntry
            label={say('market.hooks.port')}
            value={draft.hookPort}
            onChange={(hookPort) => onDraft({ hookPort })}
            maxLength={5}
            direction="ltr"
            error={said(faults.hookPort)}
            testId="market-hookPort"
          />
        </div>
      </div>
    </details>
  )
}
