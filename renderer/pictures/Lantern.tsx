import type { Drawing } from './draw.ts'
import { lozenge, star } from './draw.ts'

/** A pierced brass lantern with coloured panes, lit. */
export function Lantern({ c }: Drawing) {
  return (
    <g>
      <circle cx="80" cy="66" r="44" fill={c.accent} opacity="0.1" />
      <circle cx="80" cy="66" r="33" fill={c.accent} opacity="0.12" />
      <path d="M80 0V12" stroke={c.deep} strokeWidth="1.8" />
      <circle cx="80" cy="14" r="4" fill="none" stroke={c.deep} strokeWidth="2" />
      <path d="M77 18H83L84.4 22H75.6Z" fill={c.deep} />
      <path d="M75 22H85C90 28 102 32 104 42H56C58 32 70 28 75 22Z" fill={c.main} />
      <path d="M85 22C90 28 102 32 104 42H93C92 34 86 28 82 22Z" fill={c.deep} opacity="0.35" />
      <g fill={c.pale}>
        <path d={`${lozenge(80, 33, 3, 4.4)}${lozenge(69.6, 36, 2.4, 3.2)}${lozenge(90.4, 36, 2.4, 3.2)}`} />
      </g>
      <rect x="52" y="41.4" width="56" height="5" rx="2.5" fill={c.deep} />
      <path d="M56 46.4H104L109 66L104 88H56L51 66Z" fill={c.main} />
      <path d="M60 49.4H72V84.6H60L55.6 66Z" fill={c.accent} opacity="0.85" />
      <path d="M100 49.4H88V84.6H100L104.4 66Z" fill={c.accent} opacity="0.7" />
      <rect x="74.6" y="49.4" width="10.8" height="35.2" fill={c.pale} />
      <g>
        <path d={star(80, 67, 8, 11.6, 6.4)} fill={c.deep} />
        <path d={star(80, 67, 8, 9, 5)} fill={c.pale} />
        <path d={star(80, 67, 8, 4.6, 2.6, 22.5)} fill={c.accent} />
      </g>
      <g fill={c.pale} opacity="0.9">
        <path d={`${lozenge(64, 66, 3.4, 6)}${lozenge(96, 66, 3.4, 6)}`} />
        <path
          d={`${lozenge(65.6, 55, 2, 3)}${lozenge(94.4, 55, 2, 3)}${lozenge(65.6, 78, 2, 3)}${lozenge(94.4, 78, 2, 3)}`}
        />
      </g>
      <rect x="52" y="87" width="56" height="5" rx="2.5" fill={c.deep} />
      <path d="M58 92H102C100 99 92 101 88 104H72C68 101 60 99 58 92Z" fill={c.main} />
      <path d="M102 92C100 99 92 101 88 104H82C89 100 91 97 92 92Z" fill={c.deep} opacity="0.35" />
      <path d="M76 104H84L80 113Z" fill={c.deep} />
    </g>
  )
}
