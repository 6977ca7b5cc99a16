import type { Timers } from '#drivers/transport/timers.ts'
import type { Claim, ClaimedBy } from '#shared/checkout/step.ts'
import type { ClaimDoubt } from '#shared/marketplace/facts.ts'

/** What one of those who may know says of a piece that is wanted for a cart. */
export type SideAnswer =
  | { readonly says: 'yours' }
  | { readonly says: 'elsewhere'; readonly at: ClaimedBy }
  | { readonly says: 'nothing'; readonly because: ClaimDoubt }

/** How long a visitor waits for everybody's answer, milliseconds; what is left of 400 ms is for whoever waits with them. */
const patienceMs = 380

/** One no is enough; a yes takes all of them. @returns `null`: not decided yet */
function claimOf(answers: readonly (SideAnswer | null)[]): Claim | null {
  const no = answers.find((answer) => answer?.says === 'elsewhere')
  if (no?.says === 'elsewhere') return { standing: 'elsewhere', at: no.at }
  if (answers.includes(null)) return null
  const doubt = answers.find((answer) => answer?.says === 'nothing')
  return doubt?.says === 'nothing' ? { standing: 'risk', because: doubt.because } : { standing: 'own' }
}

/** What they say together, by one deadline for all; whoever is late has said nothing, and is heard by nobody. */
export function answeredInTime(timers: Timers, asked: readonly Promise<SideAnswer>[]): Promise<Claim> {
  const answers: (SideAnswer | null)[] = asked.map(() => null)
  return new Promise((resolve) => {
    const late: SideAnswer = { says: 'nothing', because: 'silent' }
    const cancel = timers.after(patienceMs, () => {
      const claim = claimOf(answers.map((answer) => answer ?? late))
      if (claim !== null) resolve(claim)
    })
    for (const [index, answer] of asked.entries()) {
      void answer.then((said) => {
        answers[index] = said
        const claim = claimOf(answers)
        if (claim === null) return
        cancel()
        resolve(claim)
      })
    }
  })
}
