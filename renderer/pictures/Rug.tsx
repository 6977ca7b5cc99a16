import type { Drawing } from './draw.ts'
import { lozenge, zigzag } from './draw.ts'

const fringe = (y: number, end: number): string => {
  let path = ''
  for (let x = 47; x <= 113; x += 4) path += `M${x} ${y}L${x + (x % 3) - 1} ${end}`
  return path
}

/** Lozenges in a row, as in Azilal. */
function Lozenges({ c }: Drawing) {
  return (
    <g>
      {[36, 60, 84].map((y) => (
        <g key={y}>
          <path d={lozenge(80, y, 25, 12)} fill={c.deep} />
          <path d={lozenge(80, y, 20, 9.4)} fill={c.pale} />
          <path d={lozenge(80, y, 13, 6.2)} fill={c.accent} />
          <path d={lozenge(80, y, 5, 2.6)} fill={c.pale} />
          <path d={`${lozenge(57, y, 3, 4)}${lozenge(103, y, 3, 4)}`} fill={c.accent} />
        </g>
      ))}
      {[48, 72].map((y) => (
        <g key={y} fill={c.pale}>
          <path d={`M55 ${y}l6 -5v10Z`} />
          <path d={`M105 ${y}l-6 -5v10Z`} />
        </g>
      ))}
    </g>
  )
}

/** A net of lines over plain wool, as in Beni Ourain. */
function Net({ c }: Drawing) {
  return (
    <g fill="none" stroke={c.deep} strokeWidth="2.2" strokeLinejoin="round">
      <path d="M53 30L80 52L107 30M53 52L80 74L107 52M53 74L80 96L107 74M53 52L80 30L107 52M53 74L80 52L107 74M53 96L80 74L107 96" />
      <g fill={c.accent} stroke="none">
        {[41, 63, 85].map((y) => (
          <path key={y} d={`${lozenge(66.5, y, 3, 3.4)}${lozenge(93.5, y, 3, 3.4)}`} />
        ))}
        <path d={`${lozenge(80, 52, 3.4, 3.8)}${lozenge(80, 74, 3.4, 3.8)}`} />
      </g>
    </g>
  )
}

/** Bands of zigzags and combs, as in Taznakht and Zemmour. */
function Bands({ c }: Drawing) {
  return (
    <g>
      {[30, 50, 70, 90].map((y, band) => (
        <g key={y}>
          <rect x="52" y={y - 4} width="56" height="9" fill={band % 2 === 0 ? c.accent : c.deep} />
          <path d={zigzag(52, y + 3.6, 8, 6, 7)} fill={c.pale} />
        </g>
      ))}
      {[40, 60, 80].map((y) => (
        <g key={y}>
          {[59, 73, 87, 101].map((x) => (
            <path key={x} d={lozenge(x, y + 0.5, 4.5, 4)} fill={x % 4 === 3 ? c.accent : c.deep} />
          ))}
        </g>
      ))}
    </g>
  )
}

const patterns = [Lozenges, Net, Bands] as const

export function Rug(drawing: Drawing) {
  const { c, variant } = drawing
  const Pattern = patterns[variant % patterns.length] ?? Lozenges
  return (
    <g>
      <path d={fringe(19, 11)} stroke={c.deep} strokeWidth="1.3" strokeLinecap="round" opacity="0.6" />
      <path d={fringe(107, 114)} stroke={c.deep} strokeWidth="1.3" strokeLinecap="round" opacity="0.6" />
      <rect x="45" y="17" width="70" height="92" rx="1.5" fill={c.deep} />
      <rect x="47.5" y="19.5" width="65" height="87" fill={c.main} />
      <path d={`${zigzag(47.5, 24, 5, 3, 13)}`} fill={c.pale} />
      <path d={zigzag(47.5, 106.5, 5, 3, 13)} fill={c.pale} />
      <Pattern {...drawing} />
    </g>
  )
}
