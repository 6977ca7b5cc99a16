import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { useAsk, useSend } from '../../api/ask.ts'
import { paperName } from '../../i18n/paper-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { saveFile } from '../../input/save-file.ts'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './TicketPapers.module.css'

/** A paper that exists: to the shop's printer, or kept as a page for an office printer. */
export function PaperMade(props: { readonly paper: PaperRequest; readonly onSent: (words: string) => void }) {
  const { say } = useWords()
  const printing = useSend()
  const saving = useAsk()
  const name = paperName(props.paper, say)
  const print = async () => {
    if ((await printing.send({ type: 'printPaper', paper: props.paper })).ok)
      props.onSent(say('papers.sent', { paper: name }))
  }
  const save = async () => {
    const said = await saving.ask((till) => till.papers.page(props.paper))
    if (said.ok) saveFile(`${props.paper.kind}-${name}.html`, said.value.html, 'text/html')
  }
  return (
    <div className={css.made} data-testid={`made-${props.paper.kind}`}>
      <Button
        icon="printer"
        wide
        busy={printing.busy}
        testId={`print-${props.paper.kind}`}
        onPress={() => void print()}
      >
        {say('papers.printAgain', { paper: name })}
      </Button>
      <Button
        look="quiet"
        icon="save"
        busy={saving.busy}
        label={say('papers.savePage')}
        testId={`page-${props.paper.kind}`}
        onPress={() => void save()}
      />
      <RefusalNote refusal={printing.refusal ?? saving.refusal} />
    </div>
  )
}
