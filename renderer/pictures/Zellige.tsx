import { useId } from 'react'
import { star } from './draw.ts'

const side = 80
/** Of the star made by two squares: where its inner corners lie, cos 45° / cos 22.5° of the points. */
const innerOfPoints = 0.7654

/** The glazes of Fès: cobalt, green, honey, and their ink. */
const glazes = ['#2C4BA3', '#1F6F5C', '#C98A2B'] as const

function Tile({ x, y, glaze }: { readonly x: number; readonly y: number; readonly glaze: string }) {
  return (
    <g>
      <path d={star(x, y, 8, 38.6, 38.6 * innerOfPoints)} fill={glaze} />
      <path d={star(x, y, 8, 25, 25 * innerOfPoints)} fill="#F7F1E3" />
      <path d={star(x, y, 8, 21, 21 * innerOfPoints, 22.5)} fill={glaze} />
      <path d={star(x, y, 8, 11.5, 4.6, 22.5)} fill="#F7F1E3" />
      <circle cx={x} cy={y} r="2.6" fill={glaze} />
    </g>
  )
}

/** The crosses between four stars carry a small lozenge. */
function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return <path d={star(x, y, 4, 15, 7)} fill="#20242E" />
}

/**
 * Star-and-cross zellige. Stands once, on the first-run page; never behind work.
 */
export function Zellige({ className }: { readonly className?: string | undefined }) {
  const id = useId()
  return (
    <svg className={className} aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice">
      <defs>
        <pattern id={id} width={side * 2} height={side * 2} patternUnits="userSpaceOnUse">
          <rect width={side * 2} height={side * 2} fill="#EDE4D0" />
          <Tile x={side / 2} y={side / 2} glaze={glazes[0]} />
          <Tile x={side * 1.5} y={side / 2} glaze={glazes[1]} />
          <Tile x={side / 2} y={side * 1.5} glaze={glazes[2]} />
          <Tile x={side * 1.5} y={side * 1.5} glaze={glazes[0]} />
          <Cross x={side} y={side} />
          <Cross x={0} y={0} />
          <Cross x={side * 2} y={0} />
          <Cross x={0} y={side * 2} />
          <Cross x={side * 2} y={side * 2} />
          <Cross x={side} y={0} />
          <Cross x={side} y={side * 2} />
          <Cross x={0} y={side} />
          <Cross x={side * 2} y={side} />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
