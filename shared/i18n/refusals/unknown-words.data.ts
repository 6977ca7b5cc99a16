import type { UnknownCause } from '../../kernel/attempt.ts'
import type { ScreenLanguage } from '../../kernel/language.ts'

/** Why we do not know, and what the till is doing about it. None of these says or hints that the card was refused. */
export const causeWords: Readonly<
  Record<ScreenLanguage, Readonly<Record<UnknownCause, { readonly what: string; readonly doing: string }>>>
> = {
  en: {
    noAnswer: {
      what: 'The amount was sent to the terminal and no answer came back.',
      doing: 'The till keeps the sale as it is and asks the terminal again when you say so.',
    },
    lineLost: {
      what: 'The connection to the terminal broke while the card was being charged.',
      doing: 'The till keeps the sale as it is and asks the terminal as soon as it can be reached.',
    },
    tillRestarted: {
      what: 'The till stopped while a card was being charged.',
      doing: 'The till found the charge again in its books and asks the terminal what became of it.',
    },
    terminalDoesNotRemember: {
      what: 'The terminal was asked and does not remember this charge. That does not prove that nothing was taken.',
      doing: 'The till waits for the answer of a person who has looked at the terminal.',
    },
    answersDisagree: {
      what: 'The terminal gave two answers that do not fit each other.',
      doing:
        'The till believes neither, and waits for the answer of a person who has looked at the terminal.',
    },
    confirmationRefused: {
      what: 'The terminal approved the card, but the confirmation after it did not go through.',
      doing: 'The till keeps the approval in its books and asks the terminal whether it stands.',
    },
  },
  fr: {
    noAnswer: {
      what: 'Le montant est parti vers le terminal et aucune réponse n’est revenue.',
      doing: 'La caisse garde la vente telle quelle et interroge encore le terminal quand vous le demandez.',
    },
    lineLost: {
      what: 'La liaison avec le terminal s’est coupée pendant le paiement.',
      doing: 'La caisse garde la vente telle quelle et interroge le terminal dès qu’il est joignable.',
    },
    tillRestarted: {
      what: 'La caisse s’est arrêtée pendant un paiement par carte.',
      doing: 'La caisse a retrouvé ce paiement dans son journal et demande au terminal ce qu’il est devenu.',
    },
    terminalDoesNotRemember: {
      what: 'Le terminal a été interrogé et ne retrouve pas ce paiement. Cela ne prouve pas que rien n’a été pris.',
      doing: 'La caisse attend la réponse d’une personne qui a regardé le terminal.',
    },
    answersDisagree: {
      what: 'Le terminal a donné deux réponses qui se contredisent.',
      doing: 'La caisse n’en croit aucune et attend la réponse d’une personne qui a regardé le terminal.',
    },
    confirmationRefused: {
      what: 'Le terminal a accepté la carte, mais la confirmation qui suit n’est pas passée.',
      doing: 'La caisse garde l’accord dans son journal et demande au terminal s’il tient.',
    },
  },
  ar: {
    noAnswer: {
      what: 'أُرسل المبلغ إلى جهاز الأداء ولم يرجع أي جواب.',
      doing: 'يحتفظ الصندوق بالبيع كما هو ويسأل الجهاز من جديد حين تطلب ذلك.',
    },
    lineLost: {
      what: 'انقطع الاتصال بجهاز الأداء أثناء الأداء بالبطاقة.',
      doing: 'يحتفظ الصندوق بالبيع كما هو ويسأل الجهاز حالما يعود الاتصال.',
    },
    tillRestarted: {
      what: 'توقف الصندوق أثناء أداء بالبطاقة.',
      doing: 'وجد الصندوق هذا الأداء في سجله وهو يسأل الجهاز عن مصيره.',
    },
    terminalDoesNotRemember: {
      what: 'سُئل الجهاز فلم يتذكر هذا الأداء. وهذا لا يثبت أن المال لم يُؤخذ.',
      doing: 'ينتظر الصندوق جواب شخص نظر إلى الجهاز.',
    },
    answersDisagree: {
      what: 'أعطى الجهاز جوابين متناقضين.',
      doing: 'لا يصدق الصندوق أياً منهما وينتظر جواب شخص نظر إلى الجهاز.',
    },
    confirmationRefused: {
      what: 'قبل الجهاز البطاقة، لكن التأكيد الذي يليه لم يمر.',
      doing: 'يحتفظ الصندوق بالقبول في سجله ويسأل الجهاز هل هو قائم.',
    },
  },
}

/** Where on the terminal the truth is written, by protocol; `other` where we know nothing better. */
export const lookForWords: Readonly<
  Record<ScreenLanguage, Readonly<Record<'naps' | 'manual' | 'other', string>>>
> = {
  en: {
    naps: 'On the terminal: its last slip, or its last transaction. Compare the amount and the time, and look for an authorisation number. A cancelled slip after it means that the money was not taken.',
    manual:
      'On the terminal: the slip it printed last. Compare the amount and the time, and look for an authorisation number.',
    other: 'On the terminal: its last slip or the list of its transactions. Compare the amount and the time.',
  },
  fr: {
    naps: 'Sur le terminal : son dernier ticket, ou sa dernière transaction. Comparez le montant et l’heure, et cherchez un numéro d’autorisation. Un ticket d’annulation à la suite veut dire que l’argent n’a pas été pris.',
    manual:
      'Sur le terminal : le dernier ticket imprimé. Comparez le montant et l’heure, et cherchez un numéro d’autorisation.',
    other:
      'Sur le terminal : son dernier ticket ou la liste de ses transactions. Comparez le montant et l’heure.',
  },
  ar: {
    naps: 'على جهاز الأداء: آخر وصل أو آخر عملية. قارن المبلغ والساعة وابحث عن رقم الترخيص. إن تلاه وصل إلغاء فالمال لم يُؤخذ.',
    manual: 'على جهاز الأداء: آخر وصل طبعه. قارن المبلغ والساعة وابحث عن رقم الترخيص.',
    other: 'على جهاز الأداء: آخر وصل أو لائحة عملياته. قارن المبلغ والساعة.',
  },
}
