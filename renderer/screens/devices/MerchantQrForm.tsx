import { useState } from 'react'
import type { ShopSettings } from '#shared/cart/settings.ts'
import type { WordKey } from '#shared/i18n/screens/words.ts'
import { longestPayload, type MerchantQrFault, parseMerchantQr } from '#shared/qr/merchant-qr.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { QrPicture } from '../../widgets/QrPicture.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './MerchantQrForm.module.css'

/** What is wrong with a code, as far as somebody who copied it can do something about it. */
const faultWords: Readonly<Record<MerchantQrFault['fault'], WordKey>> = {
  checksum: 'merchantQr.fault.checksum',
  currency: 'merchantQr.fault.currency',
  length: 'merchantQr.fault.notMerchantQr',
  malformed: 'merchantQr.fault.checksum',
  notMerchantQr: 'merchantQr.fault.notMerchantQr',
  missing: 'merchantQr.fault.incomplete',
  badValue: 'merchantQr.fault.incomplete',
  reference: 'merchantQr.fault.incomplete',
  amount: 'merchantQr.fault.incomplete',
}

/** The text of the acquirer's code, and the code drawn from it, to be tried with a phone before it is kept. */
export function MerchantQrForm(props: { readonly settings: ShopSettings; readonly onEnd: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const { settings } = props
  const [text, setText] = useState(settings.merchantQr ?? '')
  const payload = text.trim()
  const read = parseMerchantQr(payload)
  const keep = async (merchantQr: string | null) => {
    if (busy) return
    if ((await send({ type: 'configure', settings: { ...settings, merchantQr } })).ok) props.onEnd()
  }
  return (
    <Dialog title={say('merchantQr.title')} size="wide" onClose={props.onEnd} testId="merchant-qr-dialog">
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (read.ok) void keep(payload)
        }}
      >
        <div className={css.entry}>
          <TextEntry
            label={say('merchantQr.text')}
            hint={say('merchantQr.textHint')}
            value={text}
            onChange={(next) => {
              setText(next)
              clear()
            }}
            maxLength={longestPayload}
            error={payload === '' || read.ok ? null : say(faultWords[read.error.fault])}
            direction="ltr"
            testId="merchant-qr-text"
            autoFocus
          />
          <RefusalNote refusal={refusal} />
          <Button
            look="primary"
            size="large"
            wide
            type="submit"
            busy={busy}
            isDisabled={!read.ok}
            testId="merchant-qr-save"
          >
            {say('merchantQr.save')}
          </Button>
          {settings.merchantQr ? (
            <Button
              look="danger"
              wide
              busy={busy}
              testId="merchant-qr-remove"
              onPress={() => void keep(null)}
            >
              {say('merchantQr.remove')}
            </Button>
          ) : null}
        </div>
        <div className={css.preview}>
          {read.ok ? (
            <>
              <QrPicture payload={payload} label={say('merchantQr.picture')} testId="merchant-qr-picture" />
              <p className={css.pays}>
                {say('merchantQr.pays', {
                  name: `\u2068${read.value.merchantName}\u2069`,
                  city: `\u2068${read.value.city}\u2069`,
                })}
              </p>
            </>
          ) : (
            <span className={css.blank} aria-hidden="true" />
          )}
          <p className={css.note}>{say('merchantQr.preview')}</p>
        </div>
      </form>
    </Dialog>
  )
}
