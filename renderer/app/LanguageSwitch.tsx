import { screenLanguages, useWords } from '../i18n/Words.tsx'
import { Choice } from '../widgets/Choice.tsx'

const faces = { ar: 'ع', fr: 'FR', en: 'EN' } as const
const names = { ar: 'العربية', fr: 'Français', en: 'English' } as const

/** The screen's language, switchable at any moment, also while locked or while a card is in the terminal. */
export function LanguageSwitch() {
  const { say, language, chooseLanguage } = useWords()
  return (
    <Choice
      label={say('app.language')}
      chosen={language}
      onChoose={chooseLanguage}
      options={screenLanguages.map((key) => ({
        key,
        face: <span lang={key}>{faces[key]}</span>,
        label: names[key],
        testId: `lang-${key}`,
      }))}
    />
  )
}
