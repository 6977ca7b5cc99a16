import type { Stamp } from '#shared/kernel/stamp.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { timeIn } from '../../../i18n/when.ts'

/** When, who and why, a line each; inside a list. */
export function Reasons(props: {
  readonly of: readonly { readonly at: Stamp; readonly by: string; readonly reason: string }[]
}) {
  const { say } = useWords()
  return props.of.map(({ at, by, reason }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a closing never changes
    <li key={index}>
      {say('closings.looked.by', {
        time: `\u2066${timeIn(at)}\u2069`,
        by: `\u2068${by}\u2069`,
        reason: `\u2068${reason}\u2069`,
      })}
    </li>
  ))
}
