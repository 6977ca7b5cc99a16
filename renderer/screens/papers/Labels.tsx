import { useState } from 'react'
import { type LabelSizeKey, labelSizes } from '#shared/kernel/paper-kinds.ts'
import { useAsk } from '../../api/ask.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { saveFile } from '../../input/save-file.ts'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { Sheet } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { Row, Rows } from '../../widgets/Rows.tsx'
import { LabelPieces } from './LabelPieces.tsx'
import css from './Labels.module.css'
import { type CountedItem, changed, countAll } from './label-counts.ts'

/** Price and shelf labels: which pieces, how many of each, how large; to the label printer or as a sheet. */
export function Labels({ onClose }: { readonly onClose: () => void }) {
  const { say, language } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [chosen, setChosen] = useState<readonly CountedItem[]>([])
  const [size, setSize] = useState<LabelSizeKey>('50x30')
  const paper = {
    kind: 'labels' as const,
    size,
    labels: chosen.map(({ item, count }) => ({ sku: item.sku, count })),
  }
  const print = async () => {
    if ((await ask((till) => till.counter.send({ type: 'printPaper', paper }))).ok) onClose()
  }
  const save = async () => {
    const said = await ask((till) => till.papers.page(paper))
    if (said.ok) saveFile('labels.html', said.value.html, 'text/html')
  }
  const change = (item: CountedItem['item'], by: 1 | -1) => {
    clear()
    setChosen((before) => changed(before, item, by))
  }
  return (
    <Sheet
      title={say('papers.labels.title')}
      size="wide"
      onClose={onClose}
      testId="labels"
      foot={
        <>
          <Button
            icon="save"
            busy={busy}
            isDisabled={chosen.length === 0}
            testId="save-labels"
            onPress={() => void save()}
          >
            {say('papers.savePage')}
          </Button>
          <Button
            look="primary"
            icon="printer"
            busy={busy}
            isDisabled={chosen.length === 0}
            testId="print-labels"
            onPress={() => void print()}
          >
            {say('papers.labels.print', { count: countAll(chosen) })}
          </Button>
        </>
      }
    >
      <div className={css.panes}>
        <LabelPieces onChoose={(item) => change(item, 1)} />
        <section className={css.pane}>
          <p className={css.label}>{say('papers.labels.size')}</p>
          <Choice
            label={say('papers.labels.size')}
            chosen={size}
            onChoose={setSize}
            options={labelSizes.map((key) => ({
              key,
              face: <bdi dir="ltr">{key.replace('x', '\u00a0×\u00a0')}</bdi>,
              testId: `size-${key}`,
            }))}
          />
          {chosen.length === 0 ? <p className={css.quiet}>{say('papers.labels.none')}</p> : null}
          <Rows label={say('papers.labels.chosen')}>
            {chosen.map(({ item, count }) => {
              const name = nameIn(item.name, language)
              return (
                <Row key={item.sku} face={<bdi>{name}</bdi>}>
                  <Button
                    look="quiet"
                    size="small"
                    icon="minus"
                    label={say('papers.labels.less', { name: `\u2068${name}\u2069` })}
                    onPress={() => change(item, -1)}
                  />
                  <output className={css.count}>{count}</output>
                  <Button
                    look="quiet"
                    size="small"
                    icon="plus"
                    label={say('papers.labels.more', { name: `\u2068${name}\u2069` })}
                    onPress={() => change(item, 1)}
                  />
                </Row>
              )
            })}
          </Rows>
          <RefusalNote refusal={refusal} onClose={clear} />
        </section>
      </div>
    </Sheet>
  )
}
