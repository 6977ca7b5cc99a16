import type { MarketPlatform } from '#shared/marketplace/config.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { OneOf } from '../../../widgets/OneOf.tsx'
import css from './Connection.module.css'
import type { MarketDraft } from './market-draft.ts'

/** Those that a shop of its own is most likely to have first. */
const platforms: readonly MarketPlatform[] = ['woocommerce', 'shopify', 'vendure', 'medusa', 'mapped']

/** The first step: which marketplace it is, each with one sentence. */
export function PlatformStep(props: {
  readonly draft: MarketDraft
  readonly onDraft: (part: Partial<MarketDraft>) => void
  readonly onNext: () => void
}) {
  const { say } = useWords()
  const { platform } = props.draft
  return (
    <div className={css.form}>
      <OneOf
        label={say('market.platform')}
        paired
        chosen={platform}
        onChoose={(chosen) => props.onDraft({ platform: chosen })}
        options={platforms.map((key) => ({
          key,
          name: say(`market.platform.${key}`),
          body: say(`market.platform.${key}.body`),
        }))}
      />
      <div className={css.foot}>
        <Button
          look="primary"
          size="large"
          isDisabled={platform === null}
          testId="step-next"
          onPress={props.onNext}
        >
          {say('market.next')}
        </Button>
      </div>
    </div>
  )
}
