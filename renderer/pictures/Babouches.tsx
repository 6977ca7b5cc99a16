import type { Drawing } from './draw.ts'
import { lozenge, star } from './draw.ts'

function Slipper({ c, variant }: Drawing) {
  return (
    <g>
      <path
        d="M0 -45C4 -38 15 -28 17.5 -10C19.5 5 16 14 14.5 24C13.5 34 9 40 0 40C-9 40 -13.5 34 -14.5 24C-16 14 -19.5 5 -17.5 -10C-15 -28 -4 -38 0 -45Z"
        fill={c.deep}
      />
      <path
        d="M0 -43C3.5 -36 13.6 -27 15.8 -10C17.4 4 14.4 13 13 23.4C12 33 8 38 0 38C-8 38 -12 33 -13 23.4C-14.4 13 -17.4 4 -15.8 -10C-13.6 -27 -3.5 -36 0 -43Z"
        fill={c.pale}
      />
      <path
        d="M0 -43C3.5 -36 13.6 -27 15.8 -10C16.8 -2 16.4 4 15.4 10C10 3 5 1 0 1C-5 1 -10 3 -15.4 10C-16.4 4 -16.8 -2 -15.8 -10C-13.6 -27 -3.5 -36 0 -43Z"
        fill={c.main}
      />
      <path d="M-15.4 10C-10 3 -5 1 0 1C5 1 10 3 15.4 10" fill="none" stroke={c.deep} strokeWidth="1.8" />
      <path d="M-10.5 28C-6 31.5 6 31.5 10.5 28C9.5 34 6 36 0 36C-6 36 -9.5 34 -10.5 28Z" fill={c.main} />
      <path d="M0 -40V-1" stroke={c.deep} strokeWidth="0.9" opacity="0.55" />
      <g fill={c.accent}>
        {variant === 0 ? (
          <path
            d="M-9 -13C-6 -19 -2 -20 0 -24C2 -20 6 -19 9 -13C6 -11 3 -8 0 -5C-3 -8 -6 -11 -9 -13Z"
            opacity="0.35"
          />
        ) : (
          <>
            <path d={star(0, -14, 8, 6, 3.4)} />
            <path d={`${lozenge(-9, -9, 1.8, 2.6)}${lozenge(9, -9, 1.8, 2.6)}${lozenge(0, -27, 1.8, 3.2)}`} />
          </>
        )}
      </g>
    </g>
  )
}

/** A pair seen from above, toes a little apart. */
export function Babouches(drawing: Drawing) {
  return (
    <g>
      <g transform="translate(59 63) rotate(-9)">
        <Slipper {...drawing} />
      </g>
      <g transform="translate(101 63) rotate(9)">
        <Slipper {...drawing} />
      </g>
    </g>
  )
}
