import { useMemo } from 'react'
import { encode } from 'uqr'
import css from './QrPicture.module.css'

/** Quiet modules around the code; fewer, and phones miss it (ISO/IEC 18004 §9.1). */
const border = 4

/** A QR code, black on white in a dark shop too, as large as the place it is given. */
export function QrPicture(props: {
  readonly payload: string
  readonly label: string
  readonly testId?: string
}) {
  const { payload } = props
  const { size, path } = useMemo(() => {
    const code = encode(payload, { ecc: 'M', border })
    const dark = code.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: code.size, path: dark.join('') }
  }, [payload])
  return (
    <svg
      className={css.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={props.label}
      shapeRendering="crispEdges"
      data-payload={payload}
      {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
