import { useWords } from '../i18n/Words.tsx'
import type { KeypadKey } from '../input/amount-entry.ts'
import { Icon } from './Icon.tsx'
import { Key } from './Key.tsx'
import css from './Keypad.module.css'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

const prefixes = { amount: 'key', pin: 'pin', digits: 'digit' } as const

/**
 * Twelve large keys, left to right in every language; only `amount` has a comma. Keys are `data-testid` `key-<k>`,
 * `pin-<digit>` or `digit-<digit>`.
 */
export function Keypad(props: {
  readonly kind: keyof typeof prefixes
  readonly onKey: (key: KeypadKey) => void
}) {
  const { say } = useWords()
  const prefix = prefixes[props.kind]
  const key = (face: Exclude<KeypadKey, 'delete'>) => (
    <Key key={face} testId={`${prefix}-${face}`} onPress={() => props.onKey(face)}>
      {face}
    </Key>
  )
  return (
    <div className={css.keypad} dir="ltr">
      {digits.map(key)}
      {props.kind === 'amount' ? key(',') : <span />}
      {key('0')}
      <Key label={say('app.delete')} testId={`${prefix}-delete`} onPress={() => props.onKey('delete')}>
        <Icon name="erase" />
      </Key>
    </div>
  )
}
