import type { AttemptPurpose, UnknownCause } from '../../kernel/attempt.ts'
import type { ScreenLanguage } from '../../kernel/language.ts'

interface CauseWords {
  readonly what: string
  /** Where the terminal can be asked; where it cannot, `waitingWords` stands instead. */
  readonly doing: string
}

/**
 * Why we do not know, and what the till is doing about it; true of a payment, of money given back and of an undoing.
 * None of these says or hints that the card was refused.
 */
export const causeWords: Readonly<Record<ScreenLanguage, Readonly<Record<UnknownCause, CauseWords>>>> = {
  en: {
    noAnswer: {
      what: 'The amount was sent to the terminal and no answer came back.',
      doing: 'The till keeps everything as it is and asks the terminal again when you say so.',
    },
    lineLost: {
      what: 'The connection to the terminal broke before its answer came.',
      doing: 'The till keeps everything as it is and asks the terminal as soon as it can be reached.',
    },
    tillRestarted: {
      what: 'The till stopped while the terminal was at work.',
      doing: 'The till found this again in its books and asks the terminal what became of it.',
    },
    terminalDoesNotRemember: {
      what: 'The terminal was asked and does not remember this. That does not prove that no money moved.',
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
      doing: 'La caisse garde tout tel quel et interroge encore le terminal quand vous le demandez.',
    },
    lineLost: {
      what: 'La liaison avec le terminal s’est coupée avant sa réponse.',
      doing: 'La caisse garde tout tel quel et interroge le terminal dès qu’il est joignable.',
    },
    tillRestarted: {
      what: 'La caisse s’est arrêtée pendant que le terminal travaillait.',
      doing: 'La caisse l’a retrouvé dans son journal et demande au terminal ce qui s’est passé.',
    },
    terminalDoesNotRemember: {
      what: 'Le terminal a été interrogé et ne s’en souvient pas. Cela ne prouve pas que l’argent n’a pas bougé.',
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
      doing: 'يحتفظ الصندوق بكل شيء كما هو ويسأل الجهاز من جديد حين تطلب ذلك.',
    },
    lineLost: {
      what: 'انقطع الاتصال بجهاز الأداء قبل أن يصل جوابه.',
      doing: 'يحتفظ الصندوق بكل شيء كما هو ويسأل الجهاز حالما يعود الاتصال.',
    },
    tillRestarted: {
      what: 'توقف الصندوق بينما كان الجهاز يعمل.',
      doing: 'وجد الصندوق ذلك في سجله وهو يسأل الجهاز عمّا حدث.',
    },
    terminalDoesNotRemember: {
      what: 'سُئل الجهاز فلم يتذكر ذلك. وهذا لا يثبت أن المال لم يتحرك.',
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

/** What the till does where the protocol has no question to ask. */
export const waitingWords: Readonly<Record<ScreenLanguage, string>> = {
  en: 'The till keeps everything as it is and waits for the answer of a person who has looked at the terminal.',
  fr: 'La caisse garde tout tel quel et attend la réponse d’une personne qui a regardé le terminal.',
  ar: 'يحتفظ الصندوق بكل شيء كما هو وينتظر جواب شخص نظر إلى الجهاز.',
}

/** Protocols whose terminals keep their record in a place of their own. */
export const placedProtocols = ['naps', 'zvt', 'concert', 'caisse-ap', 'nexo', 'manual'] as const
type Placed = (typeof placedProtocols)[number] | 'other'

/** Where on the terminal the truth is written, by protocol; `other` where we know nothing better. */
export const placeWords: Readonly<Record<ScreenLanguage, Readonly<Record<Placed, string>>>> = {
  en: {
    naps: 'On the terminal: its last slip, or its last transaction.',
    zvt: 'On the terminal: its last receipt, which its menu prints again, or its turnover journal. Each payment has a receipt number there, one higher than the payment before.',
    concert: 'On the terminal: the last ticket, or its “DUPLICATA” menu, which prints it again.',
    'caisse-ap': 'On the terminal: the last ticket, or its “DUPLICATA” menu, which prints it again.',
    nexo: 'On the terminal: its list of transactions. The acquirer’s web page shows the same list.',
    manual: 'On the terminal: the slip it printed last; its menu prints it again.',
    other: 'On the terminal: its last slip or the list of its transactions.',
  },
  fr: {
    naps: 'Sur le terminal : son dernier ticket, ou sa dernière transaction.',
    zvt: 'Sur le terminal : son dernier reçu, que son menu réimprime, ou son journal des ventes. Chaque paiement y porte un numéro de reçu, un de plus que le paiement d’avant.',
    concert: 'Sur le terminal : le dernier ticket, ou le menu « DUPLICATA » qui le réimprime.',
    'caisse-ap': 'Sur le terminal : le dernier ticket, ou le menu « DUPLICATA » qui le réimprime.',
    nexo: 'Sur le terminal : la liste de ses transactions. La page de l’acquéreur montre la même liste.',
    manual: 'Sur le terminal : le dernier ticket imprimé ; son menu le réimprime.',
    other: 'Sur le terminal : son dernier ticket ou la liste de ses transactions.',
  },
  ar: {
    naps: 'على جهاز الأداء: آخر وصل أو آخر عملية.',
    zvt: 'على جهاز الأداء: آخر وصل، وتعيد قائمته طبعه، أو سجل مبيعاته. لكل أداء فيه رقم وصل يزيد بواحد عن الأداء الذي قبله.',
    concert: 'على جهاز الأداء: آخر وصل، أو قائمة «DUPLICATA» التي تعيد طبعه.',
    'caisse-ap': 'على جهاز الأداء: آخر وصل، أو قائمة «DUPLICATA» التي تعيد طبعه.',
    nexo: 'على جهاز الأداء: لائحة عملياته. وتظهر اللائحة نفسها في صفحة البنك على الأنترنت.',
    manual: 'على جهاز الأداء: آخر وصل طبعه؛ قائمته تعيد طبعه.',
    other: 'على جهاز الأداء: آخر وصل أو لائحة عملياته.',
  },
}

/** What it must look like there to mean yes, and what means no. */
export const proofWords: Readonly<Record<ScreenLanguage, Readonly<Record<AttemptPurpose, string>>>> = {
  en: {
    payment:
      'A slip with this amount and time and an authorisation number: the money was taken. None, or a cancelled slip after it: it was not.',
    refund: 'A refund slip with this amount and time: the money was given back. No such slip: it was not.',
    void: 'A cancellation slip with this amount and time: the payment was undone. No such slip: it still stands.',
    test: 'A slip with this amount and time and an authorisation number: it was taken. None, or a cancelled slip after it: it was not.',
  },
  fr: {
    payment:
      'Un ticket avec ce montant, cette heure et un numéro d’autorisation : l’argent a été pris. Aucun, ou un ticket d’annulation à la suite : il ne l’a pas été.',
    refund:
      'Un ticket de remboursement avec ce montant et cette heure : l’argent a été rendu. Pas de tel ticket : il ne l’a pas été.',
    void: 'Un ticket d’annulation avec ce montant et cette heure : le paiement a été annulé. Pas de tel ticket : il tient toujours.',
    test: 'Un ticket avec ce montant, cette heure et un numéro d’autorisation : c’est pris. Aucun, ou un ticket d’annulation à la suite : ce n’est pas pris.',
  },
  ar: {
    payment: 'وصل بهذا المبلغ وهذه الساعة وبرقم ترخيص: أُخذ المال. لا وصل، أو وصل إلغاء بعده: لم يؤخذ.',
    refund: 'وصل إرجاع بهذا المبلغ وهذه الساعة: أُرجع المال. لا وصل كهذا: لم يُرجَع.',
    void: 'وصل إلغاء بهذا المبلغ وهذه الساعة: أُلغي الأداء. لا وصل كهذا: ما زال قائمًا.',
    test: 'وصل بهذا المبلغ وهذه الساعة وبرقم ترخيص: أُخذ المبلغ. لا وصل، أو وصل إلغاء بعده: لم يؤخذ.',
  },
}
