import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useWords } from '../i18n/Words.tsx'
import { announce } from './announce.ts'
import css from './Button.module.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.data.ts'

export interface ButtonProps {
  /** `primary`: the one thing to do next; `danger`: cannot be taken back. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'large' | 'small'
  readonly icon?: IconName
  /** The key that does the same, drawn as a hint. */
  readonly hint?: string
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  /** Waiting for the till: drawn as such, not pressable. */
  readonly busy?: boolean
  readonly testId?: string
  readonly label?: string
  readonly wide?: boolean
  readonly autoFocus?: boolean
  readonly slot?: string
  readonly type?: 'button' | 'submit'
  readonly children?: ReactNode
}

/** An answer quicker than this needs no telling, ms. */
const patienceMs = 500

/** 56 px to the touch; `label` names it where there is only an icon. */
export function Button(props: ButtonProps) {
  const { look = 'plain', size = 'normal', icon, hint, children, label, wide = false, busy = false } = props
  const classes = [css.button, css[look], css[size], wide ? css.wide : '']
  if (children === undefined) classes.push(css.bare)
  const { say } = useWords()
  useEffect(() => {
    if (!busy) return
    const telling = setTimeout(() => announce(say('app.loading')), patienceMs)
    return () => clearTimeout(telling)
  }, [busy, say])
  return (
    <AriaButton
      className={classes.join(' ')}
      {...(props.onPress === undefined || busy ? {} : { onPress: props.onPress })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(props.slot === undefined ? {} : { slot: props.slot })}
      {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
      {...(hint === undefined ? {} : { 'aria-keyshortcuts': hint })}
      // Busy, it keeps the focus and its name; only pressing it (or Enter in its form) does nothing.
      type={busy ? 'button' : (props.type ?? 'button')}
      isDisabled={props.isDisabled ?? false}
      render={(rest) =>
        busy ? <button {...rest} aria-busy aria-disabled data-busy /> : <button {...rest} />
      }
      autoFocus={props.autoFocus ?? false}
    >
      {icon === undefined ? null : <Icon name={icon} size={size === 'large' ? 28 : 24} />}
      {children === undefined ? null : <span className={css.words}>{children}</span>}
      {busy ? <span className={css.wheel} aria-hidden="true" /> : null}
      {hint === undefined ? null : <span className={css.hint} data-hint={hint} aria-hidden="true" />}
    </AriaButton>
  )
}
