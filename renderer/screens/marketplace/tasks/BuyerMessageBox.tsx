import { useState } from 'react'
import type { BuyerMessage, MessageText } from '#shared/contract/marketplace.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import css from './BuyerMessageBox.module.css'
import { copyText } from './copy-text.ts'

/** Of the languages that buyers are written to in, the one that runs the other way. */
const directionOf = (language: string): 'ltr' | 'rtl' => (language.startsWith('ar') ? 'rtl' : 'ltr')

const mailOf = (email: string, { subject, body }: MessageText): string =>
  `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`

/** What to say to the buyer in their language, what it says in the screen's, copying it, and where to send it. */
export function BuyerMessageBox(props: { readonly message: BuyerMessage; readonly email: string }) {
  const { say, language, locale, direction } = useWords()
  const [copied, setCopied] = useState<boolean | null>(null)
  const { message, email } = props
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(message.language) ?? message.language
  const same = message.language.split('-')[0] === language
  const copy = async () => setCopied(await copyText(`${message.subject}\n\n${message.body}`))
  return (
    <section className={css.box}>
      <h4 className={css.heading}>{say('market.task.say')}</h4>
      <div className={css.sides}>
        <div className={css.side}>
          <p className={css.quiet}>{say('market.task.say.in', { language: name })}</p>
          <Letter text={message} language={message.language} direction={directionOf(message.language)} />
        </div>
        {same ? null : (
          <div className={css.side}>
            <p className={css.quiet}>{say('market.task.say.means')}</p>
            <Letter text={message.meaning[language]} language={language} direction={direction} quiet />
          </div>
        )}
      </div>
      <div className={css.send}>
        <Button icon="list" testId="copy-message" onPress={() => void copy()}>
          {say('market.task.copy')}
        </Button>
        {email === '' ? null : (
          <p>
            {say('market.task.write')}{' '}
            <a className={css.mail} href={mailOf(email, message)} dir="ltr">
              {email}
            </a>
          </p>
        )}
      </div>
      <DoneNote words={copied === true ? say('market.task.copied') : ''} testId="message-copied" />
      {copied === false ? <p role="status">{say('market.task.copy.not')}</p> : null}
    </section>
  )
}

function Letter(props: {
  readonly text: MessageText
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly quiet?: boolean
}) {
  return (
    <blockquote
      className={css.letter}
      lang={props.language}
      dir={props.direction}
      data-quiet={props.quiet ?? false}
    >
      <p className={css.subject}>{props.text.subject}</p>
      <p className={css.body}>{props.text.body}</p>
    </blockquote>
  )
}
