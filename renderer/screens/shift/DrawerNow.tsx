import { useState } from 'react'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { useAsk } from '../../api/ask.ts'
import { useTillClient } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Card } from '../../widgets/Card.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './Standing.module.css'
import type { SumRow } from './Sums.tsx'
import { Sums } from './Sums.tsx'

/** What the drawer should hold, for those in charge and only when asked: it would spoil a blind count. */
export function DrawerNow() {
  const { say } = useWords()
  const till = useTillClient()
  const { ask, refusal } = useAsk()
  const [rows, setRows] = useState<readonly SumRow[] | null>(null)
  const look = async () => {
    const said = await ask(() => till.shift.drawer())
    if (!said.ok) return
    const { float, cash, in: putIn, out, expected } = said.value
    setRows([
      { key: 'float', label: say('shift.should.float'), minor: float },
      { key: 'cash', label: say('shift.should.cash'), minor: cash },
      { key: 'in', label: say('shift.should.in'), minor: putIn },
      { key: 'out', label: say('shift.should.out'), minor: out === 0 ? 0 : -out },
      { key: 'expected', label: say('shift.should.expected'), minor: expected, strong: true },
    ])
  }
  const shown: Refusal | null = rows === null ? refusal : null
  return (
    <Card>
      <h2 className={css.title}>{say('shift.should')}</h2>
      {rows === null ? (
        <>
          <p>{say('shift.should.note')}</p>
          <Button testId="drawer-show" onPress={() => void look()}>
            {say('shift.should.show')}
          </Button>
        </>
      ) : (
        <Sums rows={rows} />
      )}
      <RefusalNote refusal={shown} />
    </Card>
  )
}
