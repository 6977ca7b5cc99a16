import type { Drawing } from './draw.ts'

/** A berrad on its engraved tray. */
export function Teapot({ c }: Drawing) {
  return (
    <g>
      <ellipse cx="80" cy="97" rx="58" ry="13" fill={c.deep} />
      <ellipse cx="80" cy="94.5" rx="58" ry="13" fill={c.main} />
      <ellipse cx="80" cy="94.5" rx="51" ry="10.4" fill={c.pale} />
      <ellipse
        cx="80"
        cy="94.5"
        rx="43"
        ry="8.4"
        fill="none"
        stroke={c.deep}
        strokeWidth="1"
        strokeDasharray="2.6 2"
      />
      <ellipse cx="80" cy="94.5" rx="36" ry="6.8" fill={c.main} opacity="0.55" />
      <path
        d="M103 50C118 42 128 50 125 63C123 73 113 79 103 80"
        fill="none"
        stroke={c.deep}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path
        d="M58 74C46 72 45 60 39 51C37 48 34 46 31 45L34 40C43 42 47 49 50 55C53 60 57 61 60 61Z"
        fill={c.main}
      />
      <path d="M31 45L34 40C38 41 41 43 43 46C40 44 36 45 31 45Z" fill={c.deep} />
      <path
        d="M66 46H94C98 54 108 60 108 73C108 86 97 92 80 92C63 92 52 86 52 73C52 60 62 54 66 46Z"
        fill={c.main}
      />
      <path
        d="M94 46C98 54 108 60 108 73C108 86 97 92 80 92C92 88 97 82 97 72C97 62 90 56 86 46Z"
        fill={c.deep}
        opacity="0.35"
      />
      <path
        d="M62 62C59 66 57.5 70 58 76"
        fill="none"
        stroke={c.accent}
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path
        d="M54 66.5C64 71 96 71 106 66.5M53 80C64 84.5 96 84.5 107 80"
        fill="none"
        stroke={c.deep}
        strokeWidth="1.2"
      />
      <path
        d="M60 76l5 -5.5l5 5.5l5 -5.5l5 5.5l5 -5.5l5 5.5l5 -5.5l5 5.5"
        fill="none"
        stroke={c.deep}
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M68 92L65 96H95L92 92Z" fill={c.deep} />
      <rect x="63" y="43" width="34" height="4.4" rx="2.2" fill={c.deep} />
      <path d="M66 43C67 32 75 29 77 21H83C85 29 93 32 94 43Z" fill={c.main} />
      <path d="M94 43C93 32 85 29 83 21H80C82 30 87 33 87 43Z" fill={c.deep} opacity="0.35" />
      <path d="M69 37.5C75 39.5 85 39.5 91 37.5" fill="none" stroke={c.deep} strokeWidth="1.2" />
      <circle cx="80" cy="17.5" r="4.4" fill={c.deep} />
      <circle cx="78.6" cy="16.2" r="1.4" fill={c.accent} />
    </g>
  )
}
