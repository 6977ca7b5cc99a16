import { useState } from 'react'
import type { Seq } from '#shared/kernel/ids.ts'
import { ClosingList } from './ClosingList.tsx'
import { ClosingPage } from './ClosingPage.tsx'
import { DueClosings } from './DueClosings.tsx'
import { OpenShiftSoFar } from './OpenShiftSoFar.tsx'

/** What is due to be closed, the shift that is open, and every closing; or one of them in full. */
export function Closings() {
  const [chosen, setChosen] = useState<Seq | null>(null)
  if (chosen !== null) return <ClosingPage key={chosen} seq={chosen} onBack={() => setChosen(null)} />
  return (
    <>
      <DueClosings />
      <OpenShiftSoFar />
      <ClosingList onChoose={setChosen} />
    </>
  )
}
