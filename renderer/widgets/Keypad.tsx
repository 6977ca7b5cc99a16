import { useWords } from '../i18n/Words.tsx'
import type { KeypadKey } from '../input/amount-entry.ts'
import { Icon } from './Icon.tsx'
import { Key } from './Key.tsx'
import css from './Keypad.module.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/**
 * Twelve large keys, left to right in every language. `kind` `pin` has no comma. Keys are `data-testid`
 * `key-<k>` or `pin-<digit>`.
 */
export function Keypad(props: { readonly kind: 'amount' | 'pin'; readonly onKey: (key: KeypadKey) => void }) {
  const { say } = useWords()
  const prefix = props.kind === 'pin' ? 'pin' : 'key'
  const key = (face: Exclude<KeypadKey, 'delete'>) => (
    <Key key={face} testId={`${prefix}-${face}`} onPress={() => props.onKey(face)}>
      {face}
    </Key>
  )
  return (
    <div className={css.keypad} dir="ltr">
      {digits.map(key)}
      {props.kind === 'pin' ? <span /> : key(',')}
      {key('0')}
      <Key label={say('app.delete')} testId={`${prefix}-delete`} onPress={() => props.onKey('delete')}>
        <Icon name="erase" />
      </Key>
    </div>
  )
}
