import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { Labelled } from '../../../widgets/Labelled.tsx'
import { type ChosenFile, type FileFault, readChosen } from './chosen-file.ts'
import css from './ImportStatement.module.css'

/** The bank's file, chosen from this machine. */
export function FileChoice(props: {
  readonly file: ChosenFile | null
  readonly missing: boolean
  readonly onFile: (file: ChosenFile | null) => void
}) {
  const { say } = useWords()
  const [fault, setFault] = useState<FileFault | null>(null)
  const { file } = props
  const take = async (files: FileList | null) => {
    const [first] = files ?? []
    if (first === undefined) return
    const chosen = await readChosen(first)
    setFault(typeof chosen === 'string' ? chosen : null)
    props.onFile(typeof chosen === 'string' ? null : chosen)
  }
  return (
    <Labelled label={say('statements.file')}>
      <div className={css.file}>
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']}
          onSelect={(files) => void take(files)}
        >
          <Button icon="search" testId="statement-file">
            {say(file === null ? 'statements.file.choose' : 'statements.file.other')}
          </Button>
        </FileTrigger>
        {file === null ? null : (
          <span className={css.name}>
            <Icon name="list" size={20} /> <bdi>{file.name}</bdi>
          </span>
        )}
      </div>
      {fault === null && !props.missing ? null : (
        <p className={css.error} role="alert">
          {fault === null ? say('papers.needed') : say(`statements.file.${fault}`)}
        </p>
      )}
    </Labelled>
  )
}
