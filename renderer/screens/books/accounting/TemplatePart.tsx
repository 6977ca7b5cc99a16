import type { TemplateCard } from '#shared/contract/books/accounting.ts'
import { refusalWords } from '#shared/i18n/refusals/refusal-words.ts'
import { screenLanguages, useWords } from '../../../i18n/Words.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { OneOf } from '../../../widgets/OneOf.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import css from './Accounting.module.css'
import type { AccountingDraft } from './accounting-draft.ts'

const described = ['canonical', 'sage100', 'ciel', 'odoo', 'fec'] as const
type Described = (typeof described)[number]
const isDescribed = (key: string): key is Described => (described as readonly string[]).includes(key)

/** For which program the journal is written, and in which language its labels are. */
export function TemplatePart(props: {
  readonly draft: AccountingDraft
  readonly templates: readonly TemplateCard[]
  readonly onDraft: (part: Partial<AccountingDraft>) => void
}) {
  const { say, language } = useWords()
  const { draft, templates, onDraft } = props
  const bodyOf = ({ key, own, fault }: TemplateCard): string => {
    if (fault !== null) {
      const { title, next } = refusalWords(fault, language)
      return `${title}. ${next}`
    }
    if (own) return say('accounting.template.own', { file: `\u2066templates/${key}.json\u2069` })
    return isDescribed(key) ? say(`accounting.template.${key}`) : ''
  }
  return (
    <Part title={say('accounting.template')} testId="accounting-template">
      <Card roomy>
        <OneOf
          label={say('accounting.template.which')}
          paired
          chosen={draft.template}
          onChoose={(template) => onDraft({ template })}
          options={templates.map((card) => ({ key: card.key, name: card.name, body: bodyOf(card) }))}
        />
        <ChoiceEntry
          label={say('accounting.labels')}
          chosen={draft.language}
          onChoose={(chosen) => onDraft({ language: chosen })}
          options={screenLanguages.map((key) => ({
            key,
            face: say(`accounting.labels.${key}`),
            testId: `labels-${key}`,
          }))}
        />
        <p className={css.quiet}>{say('accounting.template.hint')}</p>
      </Card>
    </Part>
  )
}
