import { useEffect, useRef, useState } from 'react'
import css from './PngPicture.module.css'

/**
 * A PNG the till sent as base64, painted on a canvas: no `data:` address, so the page's content security policy
 * stays as narrow as it is. Takes the width it is given.
 */
export function PngPicture(props: {
  readonly png: string
  readonly label: string
  readonly testId?: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ width: 1, height: 1 })
  useEffect(() => {
    let gone = false
    const bytes = Uint8Array.from(atob(props.png), (character) => character.charCodeAt(0))
    void createImageBitmap(new Blob([bytes], { type: 'image/png' })).then((bitmap) => {
      const target = canvas.current
      if (gone || target === null) return
      target.width = bitmap.width
      target.height = bitmap.height
      target.getContext('2d')?.drawImage(bitmap, 0, 0)
      setSize({ width: bitmap.width, height: bitmap.height })
      bitmap.close()
    })
    return () => {
      gone = true
    }
  }, [props.png])
  return (
    <canvas
      ref={canvas}
      className={css.picture}
      role="img"
      aria-label={props.label}
      data-width={size.width}
      data-height={size.height}
      {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
    />
  )
}
