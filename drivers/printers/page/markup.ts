const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for between tags or between quotes. Names come from outside and may hold anything. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char)

/** The same, with amounts, dates and codes (U+2066…2069) kept whole: they never break, whatever the width. */
export const escapedWords = (text: string): string =>
  escaped(text).replace(/\u2066[^\u2066-\u2069]*\u2069/g, '<span class="whole">$&</span>')
