import type { ShopSettings } from '#shared/cart/settings.ts'
import type { WordKey } from '#shared/i18n/screens/words.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { useSend } from '../../../api/ask.ts'

const reasons: Readonly<Record<string, WordKey>> = {
  country: 'tax.reason.country',
  past: 'tax.from.past',
}

function reasonOf(refusal: Refusal | null): WordKey | null {
  if (refusal?.code !== 'badInput') return null
  if (refusal.params?.field === 'cashCeiling') return 'tax.reason.ceiling'
  return reasons[String(refusal.params?.reason)] ?? null
}

/** Keeps the shop's settings, and says in the words of taxes why they cannot be kept. */
export function useTaxSend(onKept: () => void) {
  const { send, busy, refusal, clear } = useSend()
  const keep = async (settings: ShopSettings) => {
    if ((await send({ type: 'configure', settings })).ok) onKept()
  }
  return {
    keep: (settings: ShopSettings) => void keep(settings),
    busy,
    refusal,
    /** `null`: nothing was refused, or not for a reason of taxes. */
    reason: reasonOf(refusal),
    clear,
  }
}
