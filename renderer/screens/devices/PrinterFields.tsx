import { paperUses } from '#shared/kernel/paper-kinds.ts'
import { useWords } from '../../i18n/Words.tsx'
import { SearchEntry } from '../../widgets/SearchEntry.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import type { DeviceDraft, DeviceFaults } from './device-draft.ts'
import { codePageRange, usualPapers } from './device-draft.ts'
import { printerModels } from './printer-models.data.ts'
import { UseBoxes } from './UseBoxes.tsx'

/** Which printer it is, by what stands on the box, and what it is for. */
export function PrinterFields(props: {
  readonly draft: DeviceDraft
  readonly faults: DeviceFaults
  readonly onDraft: (part: Partial<DeviceDraft>) => void
}) {
  const { say } = useWords()
  const { draft } = props
  const label = draft.protocol === 'zpl'
  // The main printer opens the drawer: a printer of labels stands beside it.
  const models = draft.seat === 0 ? printerModels.filter(({ speaks }) => speaks !== 'zpl') : printerModels
  const choose = (profile: string) => {
    const speaks = printerModels.find(({ key }) => key === profile)?.speaks ?? 'escpos'
    const papers = (speaks === 'zpl') === label ? draft.papers : usualPapers(speaks)
    props.onDraft({ profile, protocol: speaks, papers })
  }
  return (
    <>
      <SearchEntry
        label={say('devices.paper')}
        options={models}
        chosen={draft.profile}
        onChoose={choose}
        direction="ltr"
        testId="printer-model"
      />
      {label ? null : (
        <TextEntry
          label={say('devices.codePage')}
          hint={say('devices.codePage.hint')}
          value={draft.codePage}
          onChange={(codePage) => props.onDraft({ codePage })}
          maxLength={3}
          error={props.faults.codePage ? say('devices.wrongNumber', codePageRange) : null}
          direction="ltr"
          testId="printer-code-page"
        />
      )}
      {label ? null : (
        <UseBoxes
          label={say('devices.uses')}
          uses={paperUses}
          chosen={draft.papers}
          error={props.faults.papers ? say('devices.missing') : null}
          onChoose={(papers) => props.onDraft({ papers })}
        />
      )}
    </>
  )
}
