/** What a browser that may not come in is shown; the words say what to do, in the three languages of the screens. */
const words = {
  ar: [
    'هذا العنوان لم يعد صالحا',
    'كل عنوان يفتح الصندوق مرة واحدة. اضغط Enter في النافذة التي شغّلت Hanout للحصول على عنوان جديد.',
  ],
  fr: [
    'Cette adresse ne sert plus',
    'Chaque adresse ouvre la caisse une seule fois. Appuyez sur Entrée dans la fenêtre où Hanout a été lancé : elle affiche une nouvelle adresse.',
  ],
  en: [
    'This address has been used',
    'Each address opens the till once. Press Enter in the window where Hanout was started: it prints a new address.',
  ],
} as const

/** A page with no script and no style of its own: the policy forbids both. */
export function refusalPage(): string {
  const parts = Object.entries(words).map(
    ([language, [title, text]]) =>
      `<section lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><h1>${title}</h1><p>${text}</p></section>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hanout</title><body>${parts.join('')}</body></html>`
}
