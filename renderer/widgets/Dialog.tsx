import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../i18n/Words.tsx'
import { Button } from './Button.tsx'
import css from './Dialog.module.css'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot; the primary one last. */
  readonly foot?: ReactNode
  readonly size?: 'normal' | 'wide'
  readonly testId?: string
}

/** A question over the screen; Escape and the cross close it, focus stays inside. Mount it to open it. */
export function Dialog(props: DialogProps) {
  return <Over {...props} shape={props.size === 'wide' ? 'wide' : 'box'} />
}

/** A panel from the end side, as high as the screen: lists and settings beside what one was doing. */
export function Sheet(props: DialogProps) {
  return <Over {...props} shape={props.size === 'wide' ? 'wideSheet' : 'sheet'} />
}

const sheets: ReadonlySet<string> = new Set(['sheet', 'wideSheet'])

function Over(props: DialogProps & { readonly shape: 'box' | 'wide' | 'sheet' | 'wideSheet' }) {
  const { say } = useWords()
  return (
    <ModalOverlay
      className={`${css.veil} ${sheets.has(props.shape) ? css.veilSheet : ''}`}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
    >
      <Modal className={css[props.shape] ?? ''}>
        <AriaDialog
          className={css.dialog ?? ''}
          {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
        >
          <header className={css.head}>
            <Heading slot="title" className={css.title ?? ''}>
              {props.title}
            </Heading>
            <Button look="quiet" size="small" icon="cross" label={say('app.close')} onPress={props.onClose} />
          </header>
          <div className={css.body}>{props.children}</div>
          {props.foot === undefined ? null : <footer className={css.foot}>{props.foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
