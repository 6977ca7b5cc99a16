import type { WordKey } from '#shared/i18n/screens/words.ts'
import type { MarketPlatform } from '#shared/marketplace/config.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import { isKept, type MarketDraft } from './market-draft.ts'
import type { FieldFault } from './market-faults.ts'
import type { FieldSpec, MarketField } from './platform-fields.data.ts'

/** Each says where to find it. */
const hintOf = (platform: MarketPlatform, field: MarketField): WordKey =>
  `market.hint.${platform}.${field}` as WordKey

/** One thing the platform wants to know; a key that the till has is never shown. */
export function KeyField(props: {
  readonly spec: FieldSpec
  readonly draft: MarketDraft
  readonly fault: FieldFault | undefined
  readonly onDraft: (part: Partial<MarketDraft>) => void
}) {
  const { say } = useWords()
  const { spec, draft, fault } = props
  const { field } = spec
  if (draft.platform === null) return null
  const kept = isKept(draft, field)
  return (
    <TextEntry
      label={say(`market.field.${field}`)}
      value={draft.texts[field]}
      onChange={(text) => props.onDraft({ texts: { ...draft.texts, [field]: text } })}
      maxLength={spec.longest}
      direction="ltr"
      hint={kept ? say('market.secret.kept') : say(hintOf(draft.platform, field))}
      error={fault === undefined ? null : say(`market.fault.${fault}`)}
      testId={`market-${field}`}
    />
  )
}
