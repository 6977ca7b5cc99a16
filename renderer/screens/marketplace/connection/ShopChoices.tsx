import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import css from './Connection.module.css'
import type { MarketDraft } from './market-draft.ts'

const languages: Readonly<Record<ScreenLanguage, string>> = { ar: 'العربية', fr: 'Français', en: 'English' }
const weightUnits = ['kg', 'g'] as const
const lengthUnits = ['m', 'cm', 'mm'] as const
const paces = [15, 30, 60, 300] as const
const minute = 60

/** What is chosen rather than typed: language and units of the platform's pages, our plugin, how often orders are asked for. */
export function ShopChoices(props: {
  readonly draft: MarketDraft
  readonly onDraft: (part: Partial<MarketDraft>) => void
}) {
  const { say } = useWords()
  const { draft, onDraft } = props
  const { platform } = draft
  const own = paces.some((seconds) => seconds === draft.askSeconds) ? [] : [draft.askSeconds]
  return (
    <div className={css.pair}>
      {platform === 'woocommerce' || platform === 'shopify' ? (
        <ChoiceEntry
          label={say('market.language')}
          chosen={draft.language}
          onChoose={(language) => onDraft({ language })}
          options={(['ar', 'fr', 'en'] as const).map((key) => ({
            key,
            face: <span lang={key}>{languages[key]}</span>,
            testId: `pages-${key}`,
          }))}
        />
      ) : null}
      {platform === 'woocommerce' ? (
        <>
          <ChoiceEntry
            label={say('market.weight')}
            chosen={draft.weightUnit}
            onChoose={(weightUnit) => onDraft({ weightUnit })}
            options={weightUnits.map((key) => ({ key, face: key }))}
          />
          <ChoiceEntry
            label={say('market.length')}
            chosen={draft.lengthUnit}
            onChoose={(lengthUnit) => onDraft({ lengthUnit })}
            options={lengthUnits.map((key) => ({ key, face: key }))}
          />
        </>
      ) : null}
      {platform === 'vendure' ? (
        <ChoiceEntry
          label={say('market.plugin')}
          chosen={draft.plugin ? 'yes' : 'no'}
          onChoose={(key) => onDraft({ plugin: key === 'yes' })}
          options={(['yes', 'no'] as const).map((key) => ({
            key,
            face: say(`market.plugin.${key}`),
            testId: `plugin-${key}`,
          }))}
        />
      ) : null}
      <ChoiceEntry
        label={say('market.ask')}
        chosen={String(draft.askSeconds)}
        onChoose={(seconds) => onDraft({ askSeconds: Number(seconds) })}
        options={[...own, ...paces].map((seconds) => ({
          key: String(seconds),
          face:
            seconds % minute === 0
              ? say('market.ask.minutes', { count: seconds / minute })
              : say('market.ask.seconds', { count: seconds }),
          testId: `ask-${seconds}`,
        }))}
      />
    </div>
  )
}
