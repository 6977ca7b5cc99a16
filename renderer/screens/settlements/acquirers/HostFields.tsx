import { useWords } from '../../../i18n/Words.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import css from './Acquirers.module.css'
import type { AcquirerDraft, HostField } from './acquirer-draft.ts'
import { dialects } from './acquirer-draft.ts'
import type { AcquirerFaults } from './acquirer-faults.ts'

const longest: Readonly<Record<HostField, number>> = {
  dialectFile: 400,
  host: 253,
  port: 5,
  terminalId: 8,
  merchantId: 15,
  acquirerId: 11,
  settlementId: 11,
  macKeyFile: 400,
  authorityFile: 400,
  certificateFile: 400,
  keyFile: 400,
}

/** What the bank gives a shop to reach its host: way of speaking, address, numbers, and the places of its files. */
export function HostFields(props: {
  readonly draft: AcquirerDraft
  readonly faults: AcquirerFaults['texts']
  readonly onDraft: (part: Partial<AcquirerDraft>) => void
}) {
  const { say } = useWords()
  const { draft, faults, onDraft } = props
  const field = (name: HostField, hint?: string) => {
    const fault = faults[name]
    return (
      <TextEntry
        label={say(`acquirers.${name}`)}
        value={draft.texts[name]}
        onChange={(value) => onDraft({ texts: { ...draft.texts, [name]: value } })}
        maxLength={longest[name]}
        error={fault === undefined ? null : say(`acquirers.${fault}`)}
        direction="ltr"
        testId={`acquirer-${name}`}
        {...(hint === undefined ? {} : { hint })}
      />
    )
  }
  return (
    <>
      <ChoiceEntry
        label={say('acquirers.dialect')}
        chosen={draft.dialect}
        onChoose={(dialect) => onDraft({ dialect })}
        options={([...dialects, 'file'] as const).map((key) => ({
          key,
          face: say(`acquirers.dialect.${key}`),
          testId: `dialect-${key}`,
        }))}
      />
      {draft.dialect === 'file' ? field('dialectFile', say('acquirers.dialectFile.hint')) : null}
      <ChoiceEntry
        label={say('acquirers.via')}
        chosen={draft.via}
        onChoose={(via) => onDraft({ via })}
        options={(['tls', 'tcp'] as const).map((key) => ({
          key,
          face: say(`acquirers.via.${key}`),
          testId: `line-${key}`,
        }))}
      />
      <div className={css.pair}>
        {field('host', say('acquirers.host.hint'))}
        {field('port')}
        {field('terminalId', say('acquirers.terminalId.hint'))}
        {field('merchantId', say('acquirers.merchantId.hint'))}
        {field('acquirerId', say('acquirers.id.hint'))}
        {field('settlementId', say('acquirers.id.hint'))}
      </div>
      <div className={css.files}>
        <div>
          <p className={css.title}>{say('acquirers.files')}</p>
          <p className={css.quiet}>{say('acquirers.files.body')}</p>
        </div>
        <div className={css.pair}>
          {field('macKeyFile', say('acquirers.file.hint'))}
          {draft.via === 'tls' ? (
            <>
              {field('authorityFile', say('acquirers.file.hint'))}
              {field('certificateFile', say('acquirers.file.hint'))}
              {field('keyFile', say('acquirers.file.hint'))}
            </>
          ) : null}
        </div>
      </div>
    </>
  )
}
