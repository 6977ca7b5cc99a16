import type { ComponentProps, ReactNode } from 'react'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { RefusalNote } from './RefusalNote.tsx'

type ButtonLook = Pick<ComponentProps<typeof Button>, 'look' | 'icon'>

/**
 * What is asked once before it is done, because it goes far or cannot be taken back. The way out comes first and has the
 * focus; a refusal stands below what was asked.
 */
export function AskedOnce(
  props: ButtonLook & {
    readonly title: string
    readonly testId: string
    /** Words of the way out, and of doing it. */
    readonly no: string
    readonly yes: string
    readonly yesTestId: string
    readonly busy: boolean
    readonly refusal: Refusal | null
    readonly onClose: () => void
    readonly onYes: () => Promise<void>
    readonly children: ReactNode
  },
) {
  const { look, icon } = props
  return (
    <Dialog
      title={props.title}
      testId={props.testId}
      onClose={props.onClose}
      foot={
        <>
          <Button autoFocus onPress={props.onClose}>
            {props.no}
          </Button>
          <Button
            {...(look === undefined ? {} : { look })}
            {...(icon === undefined ? {} : { icon })}
            busy={props.busy}
            testId={props.yesTestId}
            onPress={() => void props.onYes()}
          >
            {props.yes}
          </Button>
        </>
      }
    >
      {props.children}
      <RefusalNote refusal={props.refusal} />
    </Dialog>
  )
}
