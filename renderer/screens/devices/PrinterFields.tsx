import { paperUses } from '#shared/kernel/paper-kinds.ts'
import { useWords } from '../../i18n/Words.tsx'
import css from './DeviceForm.module.css'
import type { DeviceDraft } from './device-draft.ts'
import { usualPapers } from './device-draft.ts'
import { ModelEntry } from './ModelEntry.tsx'
import { printerModels } from './printer-models.data.ts'
import { UseBoxes } from './UseBoxes.tsx'

/** Which printer it is, by what stands on the box, and what it is for. */
export function PrinterFields(props: {
  readonly draft: DeviceDraft
  /** It is for nothing. */
  readonly faulty: boolean
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
      <ModelEntry label={say('devices.paper')} models={models} model={draft.profile} onModel={choose} />
      {label ? null : (
        <div className={css.group}>
          <UseBoxes
            label={say('devices.uses')}
            uses={paperUses}
            chosen={draft.papers}
            error={props.faulty ? say('devices.missing') : null}
            onChoose={(papers) => props.onDraft({ papers })}
          />
        </div>
      )}
    </>
  )
}
