import { useState } from 'react'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { useExporting } from '../../../api/exporting.ts'
import { useToday } from '../../../api/use-today.ts'
import { screenLanguages, useWords } from '../../../i18n/Words.tsx'
import { saveBytes } from '../../../input/save-file.ts'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { presetDays } from './asked-days.ts'
import { DaysPicker, type TypedDays, wholeDays } from './DaysPicker.tsx'
import css from './Exports.module.css'
import { askedOf, type Encoding, type ExportKind, exportKinds, hasLanguage, isCsv } from './export-kinds.ts'
import { Outcome } from './Outcome.tsx'

/** Files for the bookkeeper: what, which days, in which language; made beside the sale and saved on this computer. */
export function Exports() {
  const { say, language: spoken } = useWords()
  const today = useToday()
  const [kind, setKind] = useState<ExportKind>('workbook')
  const [days, setDays] = useState<TypedDays>({ preset: 'month', ...presetDays('month', today) })
  const [language, setLanguage] = useState<ScreenLanguage>(spoken)
  const [encoding, setEncoding] = useState<Encoding>('utf-8')
  const { state, start, stop } = useExporting(saveBytes)
  const busy = state.stage === 'making' || state.stage === 'fetching'
  const range = wholeDays(days)
  return (
    <Card roomy>
      <ChoiceEntry
        label={say('exports.what')}
        chosen={kind}
        onChoose={setKind}
        options={exportKinds.map((key) => ({
          key,
          face: say(`exports.kind.${key}`),
          testId: `export-${key}`,
        }))}
      />
      <p className={css.about}>
        {say(`exports.about.${kind}`)} {kind === 'archive' ? say('exports.wholeMonth') : null}
      </p>
      <DaysPicker days={days} today={today} onDays={setDays} />
      {hasLanguage(kind) ? (
        <ChoiceEntry
          label={say('exports.language')}
          chosen={language}
          onChoose={setLanguage}
          options={screenLanguages.map((key) => ({
            key,
            face: say(`exports.language.${key}`),
            testId: `language-${key}`,
          }))}
        />
      ) : null}
      {isCsv(kind) ? (
        <ChoiceEntry
          label={say('exports.encoding')}
          chosen={encoding}
          onChoose={setEncoding}
          options={(['utf-8', 'windows-1256'] as const).map((key) => ({
            key,
            face: say(`exports.encoding.${key}`),
            testId: `encoding-${key}`,
          }))}
        />
      ) : null}
      <div className={css.go}>
        <Button
          look="primary"
          icon="save"
          busy={busy}
          isDisabled={range === null}
          testId="export-go"
          onPress={() => {
            if (range !== null) void start(askedOf(kind, range, { language, encoding }))
          }}
        >
          {say('exports.go')}
        </Button>
      </div>
      <Outcome state={state} onStop={stop} />
    </Card>
  )
}
