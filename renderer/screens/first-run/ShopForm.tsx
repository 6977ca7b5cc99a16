import { useState } from 'react'
import { useAsk } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { westernDigits } from '../../input/amount-entry.ts'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import { PinEntry } from './PinEntry.tsx'
import css from './ShopForm.module.css'
import type { ShopDraft } from './shop-draft.ts'
import { emptyDraft, faultsOf, iceLooksWrong, shopOf } from './shop-draft.ts'

/** The least a shop needs to open; faults are shown once someone tried. */
export function ShopForm({ onBack }: { readonly onBack: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const [draft, setDraft] = useState(emptyDraft)
  const [tried, setTried] = useState(false)
  const faults = faultsOf(draft)
  const set = (field: keyof ShopDraft) => (value: string) =>
    setDraft((before) => ({ ...before, [field]: value }))
  const fault = (field: keyof ShopDraft): string | null => {
    const key = faults[field]
    return tried && key !== undefined ? say(key) : null
  }
  const submit = (): void => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    void ask((till) =>
      till.house.startShop({ shop: shopOf(draft), owner: { name: draft.owner.trim(), pin: draft.pin } }),
    )
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h1 className={css.title}>{say('firstRun.form.title')}</h1>
      <div className={css.pair}>
        <TextEntry
          label={say('firstRun.name')}
          value={draft.name}
          onChange={set('name')}
          maxLength={80}
          error={fault('name')}
          autoFocus
          testId="shop-name"
        />
        <TextEntry
          label={say('firstRun.nameAr')}
          value={draft.nameAr}
          onChange={set('nameAr')}
          maxLength={80}
          direction="rtl"
          testId="shop-name-ar"
        />
      </div>
      <div className={css.pair}>
        <TextEntry
          label={say('firstRun.city')}
          value={draft.city}
          onChange={set('city')}
          maxLength={60}
          error={fault('city')}
          testId="shop-city"
        />
        <TextEntry
          label={say('firstRun.ice')}
          value={draft.ice}
          onChange={(text) => set('ice')(westernDigits(text).replace(/\D/g, ''))}
          maxLength={15}
          error={fault('ice')}
          direction="ltr"
          testId="shop-ice"
          {...(iceLooksWrong(draft.ice) ? { hint: say('firstRun.ice.unusual') } : {})}
        />
      </div>
      <TextEntry
        label={say('firstRun.owner')}
        value={draft.owner}
        onChange={set('owner')}
        maxLength={60}
        error={fault('owner')}
        testId="owner-name"
      />
      <div className={css.pair}>
        <PinEntry
          label={say('firstRun.pin')}
          value={draft.pin}
          onChange={set('pin')}
          error={fault('pin')}
          testId="owner-pin"
        />
        <PinEntry
          label={say('firstRun.pin.again')}
          value={draft.again}
          onChange={set('again')}
          error={fault('again')}
          testId="owner-pin-again"
        />
      </div>
      <div className={css.foot}>
        <Button look="quiet" icon="back" onPress={onBack} isDisabled={busy}>
          {say('app.back')}
        </Button>
        <Button look="primary" size="large" type="submit" busy={busy} testId="first-run-open">
          {say(busy ? 'firstRun.opening' : 'firstRun.open')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </form>
  )
}
