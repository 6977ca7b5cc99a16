import type { Drawing } from './draw.ts'

/** A bottle of oil, and the branch it came from. */
export function ArganBottle({ c }: Drawing) {
  return (
    <g>
      <path
        d="M104 104C112 84 116 66 132 52"
        fill="none"
        stroke={c.accent}
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <g fill={c.accent}>
        <path d="M111 85C102 84 97 78 96 71C104 72 110 77 111 85Z" />
        <path d="M115 74C124 76 131 73 135 67C127 64 118 67 115 74Z" />
        <path d="M118 68C111 65 108 59 109 52C116 54 119 60 118 68Z" />
        <path d="M125 59C133 59 138 54 140 48C132 47 126 52 125 59Z" />
        <path d="M108 94C117 97 125 95 130 89C122 85 112 87 108 94Z" />
      </g>
      <path
        d="M104 100C104 93 108 89 113 89C119 89 122 94 122 99C122 105 118 109 113 109C107 109 104 105 104 100Z"
        fill={c.main}
      />
      <path
        d="M108 99C108 95.6 110 93 112.6 92.6"
        fill="none"
        stroke={c.pale}
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d="M123 103C123 98.6 126 96 129.4 96C133.4 96 136 99 136 103C136 106.6 133.4 109.4 129.4 109.4C125.6 109.4 123 106.6 123 103Z"
        fill={c.deep}
      />
      <path
        d="M58 42H86V48C95 52 100 58 100 67V101C100 106 97 109 92 109H52C47 109 44 106 44 101V67C44 58 49 52 58 48Z"
        fill={c.main}
      />
      <path
        d="M86 48C95 52 100 58 100 67V101C100 106 97 109 92 109H80C87 109 89 106 89 101V67C89 58 82 52 78 48V42H86Z"
        fill={c.deep}
        opacity="0.35"
      />
      <path
        d="M50 69C50 62 54 57.6 59 55"
        fill="none"
        stroke={c.pale}
        strokeWidth="3.4"
        strokeLinecap="round"
      />
      <rect x="60" y="30" width="24" height="13" rx="1.5" fill={c.deep} />
      <rect x="62.4" y="15" width="19.2" height="17" rx="3" fill={c.floor} />
      <path d="M66 17.6V30M71 17V30M76 17V30" stroke={c.deep} strokeWidth="1" opacity="0.4" />
      <rect x="44" y="70" width="56" height="28" fill={c.ground} />
      <path d="M44 72.6H100M44 95.4H100" stroke={c.accent} strokeWidth="1.4" />
      <path d="M72 77C77.6 80.4 79 85 72 92C65 85 66.4 80.4 72 77Z" fill={c.accent} />
      <path d="M72 80V91" stroke={c.ground} strokeWidth="1" />
      <path
        d="M52 82H61M52 86.4H59M83 82H92M85 86.4H92"
        stroke={c.deep}
        strokeWidth="1.4"
        strokeLinecap="round"
        opacity="0.6"
      />
    </g>
  )
}
