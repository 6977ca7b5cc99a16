import type { ScreenLanguage } from '../../kernel/language.ts'

/** Every trouble a printer, a terminal or their line reports, and one for those we have no word for. */
export const troubleCodes = [
  'unreachable',
  'noAnswer',
  'lineLost',
  'otherProtocol',
  'otherCurrency',
  'needsAttention',
  'busy',
  'paperOut',
  'paperLow',
  'coverOpen',
  'offline',
  'cutter',
  'stalled',
  'tillRestarted',
  'noPrinter',
  'notLaidOut',
  'other',
] as const
export type TroubleCode = (typeof troubleCodes)[number]

/** What is wrong, and what to do with one’s hands. */
export interface TroubleWords {
  readonly title: string
  readonly next: string
}

// biome-ignore format: a table
export const troubleTables: Readonly<Record<ScreenLanguage, Readonly<Record<TroubleCode, TroubleWords>>>> = {
  en: {
    unreachable: { title: 'Cannot be reached', next: 'Check that it is on and its cable or network is connected.' },
    noAnswer: { title: 'Does not answer', next: 'Look at its screen; switch it off and on if it stays silent.' },
    lineLost: { title: 'Connection lost', next: 'Check the cable or the network; the till connects again by itself.' },
    otherProtocol: { title: 'Speaks another language', next: 'Something answers at this address, but it is not this kind of device. Check the address, or try the other kinds.' },
    otherCurrency: { title: 'Does not take dirhams', next: 'It is set up for another currency. Ask the bank that gave it to set it up for dirhams.' },
    needsAttention: { title: 'Wants something first', next: 'Look at its screen: it says what it needs before it takes cards.' },
    busy: { title: 'Busy', next: 'Let it finish what it is doing.' },
    paperOut: { title: 'Out of paper', next: 'Put in a new roll and close the cover.' },
    paperLow: { title: 'Paper is nearly out', next: 'Have a new roll ready.' },
    coverOpen: { title: 'Cover open', next: 'Close the cover until it clicks.' },
    offline: { title: 'Printer is off line', next: 'Press its feed button, or switch it off and on.' },
    cutter: { title: 'Cutter is stuck', next: 'Switch it off, free the paper at the blade, switch it on.' },
    stalled: { title: 'Stopped taking data', next: 'Look for a paper jam, then switch it off and on.' },
    tillRestarted: { title: 'The till stopped in the middle of it', next: 'Look at the printer: did the paper come out whole?' },
    noPrinter: { title: 'No printer for this', next: 'Set up a printer for this kind of paper, or show it on the screen instead.' },
    notLaidOut: { title: 'Could not be made ready', next: 'Nothing was printed. Try again; if it stays so, call whoever looks after the till.' },
    other: { title: 'Needs a look', next: 'Look at the device, then check it again.' },
  },
  fr: {
    unreachable: { title: 'Injoignable', next: 'Vérifiez qu’il est allumé et que son câble ou son réseau est branché.' },
    noAnswer: { title: 'Ne répond pas', next: 'Regardez son écran ; éteignez-le et rallumez-le s’il reste muet.' },
    lineLost: { title: 'Liaison coupée', next: 'Vérifiez le câble ou le réseau ; la caisse se reconnecte seule.' },
    otherProtocol: { title: 'Parle une autre langue', next: 'Quelque chose répond à cette adresse, mais pas ce type d’appareil. Vérifiez l’adresse, ou essayez les autres types.' },
    otherCurrency: { title: 'Ne prend pas le dirham', next: 'Il est réglé pour une autre monnaie. Demandez à la banque qui l’a fourni de le régler en dirhams.' },
    needsAttention: { title: 'Attend quelque chose', next: 'Regardez son écran : il dit ce qu’il lui faut avant de prendre des cartes.' },
    busy: { title: 'Occupé', next: 'Laissez-le terminer ce qu’il fait.' },
    paperOut: { title: 'Plus de papier', next: 'Mettez un rouleau neuf et refermez le capot.' },
    paperLow: { title: 'Bientôt plus de papier', next: 'Préparez un rouleau neuf.' },
    coverOpen: { title: 'Capot ouvert', next: 'Refermez le capot jusqu’au déclic.' },
    offline: { title: 'Imprimante hors ligne', next: 'Appuyez sur son bouton d’avance, ou éteignez-la et rallumez-la.' },
    cutter: { title: 'Coupe-papier bloqué', next: 'Éteignez-la, dégagez le papier à la lame, rallumez-la.' },
    stalled: { title: 'Ne reçoit plus rien', next: 'Cherchez un bourrage de papier, puis éteignez-la et rallumez-la.' },
    tillRestarted: { title: 'La caisse s’est arrêtée en plein travail', next: 'Regardez l’imprimante : le papier est-il sorti en entier ?' },
    noPrinter: { title: 'Pas d’imprimante pour cela', next: 'Réglez une imprimante pour ce genre de papier, ou montrez-le à l’écran.' },
    notLaidOut: { title: 'N’a pas pu être préparé', next: 'Rien n’a été imprimé. Réessayez ; si cela persiste, appelez la personne qui s’occupe de la caisse.' },
    other: { title: 'À regarder', next: 'Regardez l’appareil, puis vérifiez-le de nouveau.' },
  },
  ar: {
    unreachable: { title: 'لا يمكن الوصول إليه', next: 'تأكد من أنه مشغل ومن أن السلك أو الشبكة موصولة.' },
    noAnswer: { title: 'لا يجيب', next: 'انظر إلى شاشته، وأعد تشغيله إن بقي صامتاً.' },
    lineLost: { title: 'انقطع الاتصال', next: 'تحقق من السلك أو الشبكة؛ الصندوق يعيد الاتصال وحده.' },
    otherProtocol: { title: 'يتكلم لغة أخرى', next: 'هناك من يجيب في هذا العنوان، لكنه ليس هذا النوع من الأجهزة. تحقق من العنوان، أو جرّب الأنواع الأخرى.' },
    otherCurrency: { title: 'لا يقبل الدرهم', next: 'إنه مضبوط على عملة أخرى. اطلب من البنك الذي سلّمه أن يضبطه على الدرهم.' },
    needsAttention: { title: 'يطلب شيئاً أولاً', next: 'انظر إلى شاشته: فهي تقول ما يحتاجه قبل أن يقبل البطاقات.' },
    busy: { title: 'مشغول', next: 'اتركه حتى ينتهي مما يفعله.' },
    paperOut: { title: 'نفد الورق', next: 'ضع لفة جديدة وأغلق الغطاء.' },
    paperLow: { title: 'الورق على وشك النفاد', next: 'جهّز لفة جديدة.' },
    coverOpen: { title: 'الغطاء مفتوح', next: 'أغلق الغطاء حتى تسمع صوته.' },
    offline: { title: 'الطابعة خارج الخدمة', next: 'اضغط زر تمرير الورق، أو أعد تشغيلها.' },
    cutter: { title: 'المقص عالق', next: 'أطفئها وحرر الورق عند الشفرة ثم شغلها.' },
    stalled: { title: 'لم تعد تستقبل شيئاً', next: 'ابحث عن ورق عالق ثم أعد تشغيلها.' },
    tillRestarted: { title: 'توقف الصندوق أثناء الطباعة', next: 'انظر إلى الطابعة: هل خرجت الورقة كاملة؟' },
    noPrinter: { title: 'لا طابعة لهذا الورق', next: 'اضبط طابعة لهذا النوع من الورق، أو اعرضه على الشاشة بدلاً منه.' },
    notLaidOut: { title: 'تعذر تحضيره', next: 'لم يُطبع شيء. أعد المحاولة، وإن تكرر ذلك فاتصل بمن يعتني بالصندوق.' },
    other: { title: 'يحتاج إلى نظرة', next: 'انظر إلى الجهاز ثم افحصه من جديد.' },
  },
}
