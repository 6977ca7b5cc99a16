import { useState } from 'react'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { useWords } from '../../i18n/Words.tsx'
import type { KeypadKey } from '../../input/amount-entry.ts'
import { westernDigits } from '../../input/amount-entry.ts'
import { Button } from '../../widgets/Button.tsx'
import { Keypad } from '../../widgets/Keypad.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './PinPad.module.css'

const leastDigits = 4
const mostDigits = 8

export interface PinPadProps {
  readonly busy: boolean
  readonly refusal: Refusal | null
  /** Resolves to whether the PIN was right; a wrong one is wiped. */
  readonly onPin: (pin: string) => Promise<boolean>
  /** `null`: there is nobody else to be. */
  readonly onBack: (() => void) | null
  /** What the PIN opens. Default: the till. */
  readonly action?: { readonly say: string; readonly testId: string }
}

/** Four to eight digits, by touch or keyboard; the digits are never drawn. */
export function PinPad({ busy, refusal, onPin, onBack, action }: PinPadProps) {
  const { say } = useWords()
  const [pin, setPin] = useState('')
  const ready = pin.length >= leastDigits && !busy
  const press = (key: KeypadKey) =>
    setPin((before) => (key === 'delete' ? before.slice(0, -1) : (before + key).slice(0, mostDigits)))
  const submit = async () => {
    if (!ready) return
    if (!(await onPin(pin))) setPin('')
  }
  return (
    <form
      className={css.pad}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label className={css.dots}>
        <span className="spoken">{say('unlock.digits', { count: pin.length })}</span>
        <input
          className={css.input}
          data-testid="pin"
          type="password"
          inputMode="none"
          autoComplete="off"
          value={pin}
          // biome-ignore lint/a11y/noAutofocus: the pad exists to be typed into
          autoFocus
          onChange={(event) => {
            const digits = westernDigits(event.target.value)
            if (/^\d*$/.test(digits)) setPin(digits.slice(0, mostDigits))
          }}
        />
        {Array.from({ length: Math.max(leastDigits, pin.length) }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no other identity
          <span key={place} className={css.dot} data-full={place < pin.length} />
        ))}
      </label>
      <Keypad kind="pin" onKey={press} />
      <div className={css.foot}>
        {onBack === null ? null : (
          <Button look="quiet" icon="back" onPress={onBack}>
            {say('unlock.someoneElse')}
          </Button>
        )}
        <Button
          look="primary"
          size="large"
          wide
          testId={action?.testId ?? 'unlock-open'}
          isDisabled={!ready}
          busy={busy}
          type="submit"
        >
          {action?.say ?? say('unlock.open')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </form>
  )
}
