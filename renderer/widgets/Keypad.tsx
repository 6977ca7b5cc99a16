import { useWords } from '../i18n/Words.tsx'
import type { KeypadKey } from '../input/amount-entry.ts'
import { Button } from './Button.tsx'
import css from './Keypad.module.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/**
 * Twelve large keys, left to right in every language. `kind` `pin` has no comma. Keys are `data-testid`
 * `key-<k>` or `pin-<digit>`.
 */
export function Keypad({
  kind,
  onKey,
}: {
  readonly kind: 'amount' | 'pin'
  readonly onKey: (key: KeypadKey) => void
}) {
  const { say } = useWords()
  const prefix = kind === 'pin' ? 'pin' : 'key'
  const key = (face: Exclude<KeypadKey, 'delete'>) => (
    <Button key={face} size="large" wide testId={`${prefix}-${face}`} onPress={() => onKey(face)}>
      {face}
    </Button>
  )
  return (
    <div className={css.keypad} dir="ltr">
      {digits.map(key)}
      {kind === 'pin' ? <span /> : key(',')}
      {key('0')}
      <Button
        size="large"
        wide
        icon="erase"
        label={say('app.delete')}
        testId={`${prefix}-delete`}
        onPress={() => onKey('delete')}
      />
    </div>
  )
}
