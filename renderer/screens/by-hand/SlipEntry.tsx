import { useWords } from '../../i18n/Words.tsx'
import { CodeField } from '../../widgets/CodeField.tsx'
import type { SlipDraft, SlipField } from './slip-draft.ts'
import { longest, typedInto } from './slip-draft.ts'

/** The two numbers of a card slip, side by side or under one another as there is room. */
export function SlipEntry(props: {
  readonly draft: SlipDraft
  readonly onDraft: (draft: SlipDraft) => void
  /** Fields that are said to be wrong. */
  readonly faults: readonly SlipField[]
  /** Which field a keypad beside it types into. */
  readonly onField?: (field: SlipField) => void
  readonly onEnter: () => void
  readonly autoFocus?: boolean
}) {
  const { say } = useWords()
  const field = (name: SlipField) => (
    <CodeField
      label={say(`byHand.${name}`)}
      hint={say(`byHand.${name}.hint`)}
      error={props.faults.includes(name) ? say(`byHand.${name}.wrong`) : null}
      value={props.draft[name]}
      maxLength={longest[name]}
      keys={name === 'lastFour' ? 'digits' : 'text'}
      testId={`slip-${name}`}
      autoFocus={name === 'authorisation' && (props.autoFocus ?? false)}
      onFocus={() => props.onField?.(name)}
      onChange={(text) => props.onDraft(typedInto(props.draft, name, text))}
      onEnter={props.onEnter}
    />
  )
  return (
    <>
      {field('authorisation')}
      {field('lastFour')}
    </>
  )
}
