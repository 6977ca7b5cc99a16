import type { PaperUse } from '#shared/kernel/paper-kinds.ts'
import { useWords } from '../../i18n/Words.tsx'
import { TickBoxes } from '../../widgets/TickBoxes.tsx'

/** What a printer is for: any number of uses, at least one. */
export function UseBoxes(props: {
  readonly label: string
  readonly uses: readonly PaperUse[]
  readonly chosen: readonly PaperUse[]
  readonly error: string | null
  readonly onChoose: (chosen: readonly PaperUse[]) => void
}) {
  const { say } = useWords()
  const { uses, ...rest } = props
  const boxes = uses.map((key) => ({ key, words: say(`devices.use.${key}`) }))
  return <TickBoxes {...rest} boxes={boxes} testId="use" />
}
