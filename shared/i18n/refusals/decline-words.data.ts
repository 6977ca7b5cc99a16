import type { ScreenLanguage } from '../../kernel/language.ts'

/** Every reason of the till's own for a card that was not charged; a terminal's reasons are its own words. */
export const declineCodes = [
  'TILL-PERSON',
  'TILL-CANCELLED',
  'TILL-UNREACHABLE',
  'TILL-NO-TERMINAL',
  'TILL-BUSY',
  'TILL-AMOUNT',
  'TILL-SEQUENCE',
  'TILL-NOTRACE',
  'TILL-OTHERSALE',
  'TILL-STANDS',
  'TILL-CURRENCY',
  'TILL-LINELOST',
  'TILL-NOANSWER',
  'TILL-CANNOT',
  'TILL-OTHER',
  'TILL-UNSAYABLE',
] as const
export type DeclineCode = (typeof declineCodes)[number]

/** Before a bare code of a terminal: a number by itself is read as an amount. */
export const bareCodeWords: Readonly<Record<ScreenLanguage, string>> = {
  en: 'the terminal gives the code',
  fr: 'le terminal donne le code',
  ar: 'أعطى الجهاز الرمز',
}

// biome-ignore format: a table
export const declineTables: Readonly<Record<ScreenLanguage, Readonly<Record<DeclineCode, string>>>> = {
  en: {
    'TILL-PERSON': 'someone looked at the terminal and said so',
    'TILL-CANCELLED': 'the payment was cancelled',
    'TILL-UNREACHABLE': 'the terminal could not be reached, nothing was sent to it',
    'TILL-NO-TERMINAL': 'there is no card terminal here, nothing was sent',
    'TILL-BUSY': 'the terminal was busy with something else',
    'TILL-AMOUNT': 'the terminal cannot take this amount',
    'TILL-SEQUENCE': 'the till’s number for this payment does not fit the terminal',
    'TILL-NOTRACE': 'the sale does not carry the terminal’s number',
    'TILL-OTHERSALE': 'the terminal found another sale',
    'TILL-STANDS': 'the sale still stands on the terminal, nothing was undone',
    'TILL-CURRENCY': 'the terminal does not take dirhams',
    'TILL-LINELOST': 'the line to the terminal broke',
    'TILL-NOANSWER': 'the terminal did not answer',
    'TILL-CANNOT': 'this terminal has no such thing, nothing was sent to it',
    'TILL-OTHER': 'the till stopped it before the terminal took anything',
    'TILL-UNSAYABLE': 'the acquirer’s messages have no room for it, nothing was sent',
  },
  fr: {
    'TILL-PERSON': 'quelqu’un a regardé le terminal et l’a dit',
    'TILL-CANCELLED': 'le paiement a été annulé',
    'TILL-UNREACHABLE': 'le terminal est injoignable, rien ne lui a été envoyé',
    'TILL-NO-TERMINAL': 'il n’y a pas de terminal de carte ici, rien n’a été envoyé',
    'TILL-BUSY': 'le terminal était occupé à autre chose',
    'TILL-AMOUNT': 'le terminal n’accepte pas ce montant',
    'TILL-SEQUENCE': 'le numéro donné par la caisse ne convient pas au terminal',
    'TILL-NOTRACE': 'la vente ne porte pas le numéro du terminal',
    'TILL-OTHERSALE': 'le terminal a trouvé une autre vente',
    'TILL-STANDS': 'la vente tient toujours sur le terminal, rien n’a été annulé',
    'TILL-CURRENCY': 'le terminal n’accepte pas les dirhams',
    'TILL-LINELOST': 'la liaison avec le terminal a été coupée',
    'TILL-NOANSWER': 'le terminal n’a pas répondu',
    'TILL-CANNOT': 'ce terminal ne sait pas le faire, rien ne lui a été envoyé',
    'TILL-OTHER': 'la caisse l’a arrêté avant que le terminal ne prenne quoi que ce soit',
    'TILL-UNSAYABLE': 'les messages de l’acquéreur n’ont pas de place pour cela, rien n’a été envoyé',
  },
  ar: {
    'TILL-PERSON': 'نظر أحدهم إلى الجهاز وأكّد ذلك',
    'TILL-CANCELLED': 'أُلغي الأداء',
    'TILL-UNREACHABLE': 'تعذّر الاتصال بالجهاز، ولم يُرسل إليه شيء',
    'TILL-NO-TERMINAL': 'لا يوجد جهاز أداء هنا، ولم يُرسل شيء',
    'TILL-BUSY': 'كان الجهاز مشغولًا بأمر آخر',
    'TILL-AMOUNT': 'لا يقبل الجهاز هذا المبلغ',
    'TILL-SEQUENCE': 'الرقم الذي أعطاه الصندوق لا يناسب الجهاز',
    'TILL-NOTRACE': 'لا يحمل البيع رقم الجهاز',
    'TILL-OTHERSALE': 'وجد الجهاز بيعًا آخر',
    'TILL-STANDS': 'ما زال البيع قائمًا على الجهاز، ولم يُلغَ شيء',
    'TILL-CURRENCY': 'لا يقبل الجهاز الدرهم',
    'TILL-LINELOST': 'انقطع الخط مع الجهاز',
    'TILL-NOANSWER': 'لم يُجب الجهاز',
    'TILL-CANNOT': 'لا يعرف هذا الجهاز ذلك، ولم يُرسل إليه شيء',
    'TILL-OTHER': 'أوقفه الصندوق قبل أن يأخذ الجهاز شيئًا',
    'TILL-UNSAYABLE': 'لا تتسع رسائل بنك التسوية لهذا، ولم يُرسل أي شيء',
  },
}
