import type { CountedPieces } from '#shared/closing/drawer-count.ts'
import { countedTotal } from '#shared/closing/drawer-count.ts'
import { formatAmount } from '#shared/money/format.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Sums } from '../../shift/Sums.tsx'

/** The drawer as it was counted, by coin and note; nothing where only a sum was typed. */
export function CountedPiecesPart({ count }: { readonly count: readonly CountedPieces[] | null }) {
  const { say } = useWords()
  const counted = (count ?? []).filter(({ pieces }) => pieces > 0)
  if (counted.length === 0) return null
  return (
    <Part title={say('closings.drawer.count')}>
      <Sums
        rows={counted.map((each) => ({
          key: `face-${each.face}`,
          label: `\u2066${each.pieces} × ${formatAmount(each.face)}\u2069`,
          minor: countedTotal([each]),
        }))}
      />
    </Part>
  )
}
