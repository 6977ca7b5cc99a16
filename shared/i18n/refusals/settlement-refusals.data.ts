import type { ScreenLanguage } from '../../kernel/language.ts'
import type { RefusalCode } from '../../kernel/refusal.ts'
import type { RefusalWords } from './words.ts'

/** What was taken on cards was taken; settling says only what it comes to. */
const unmoved = { en: 'No money has moved.', fr: 'Aucun argent n’a bougé.', ar: 'لم يتحرك أي مال.' } as const
const kept = {
  en: 'The batch and its amounts stay as they are.',
  fr: 'Le lot et ses montants restent tels quels.',
  ar: 'تبقى الحصيلة ومبالغها كما هي.',
} as const
const unread = {
  en: 'Nothing of it was kept.',
  fr: 'Rien n’en a été gardé.',
  ar: 'لم يُحفظ منه شيء.',
} as const

/** Why nothing is settled, asked again, or matched. */
type SettlementRefusalCode = Extract<
  RefusalCode,
  | 'nothingToSettle'
  | 'noAcquirer'
  | 'unknownAcquirer'
  | 'unknownBatch'
  | 'batchEnded'
  | 'batchNotDisputed'
  | 'batchOpen'
  | 'hostSaidNo'
  | 'hostUnreachable'
  | 'statementMalformed'
  | 'statementKnown'
  | 'unknownStatement'
  | 'lineMatched'
  | 'unknownMovement'
  | 'movementPaid'
>

export const settlementRefusals: Readonly<
  Record<ScreenLanguage, Readonly<Record<SettlementRefusalCode, RefusalWords>>>
> = {
  en: {
    nothingToSettle: {
      title: 'There is nothing to settle',
      money: unmoved.en,
      next: 'No card movement of this terminal is waiting for a batch.',
    },
    noAcquirer: {
      title: 'No acquirer is set up for this terminal',
      money: 'What was taken on cards stays recorded and waits for a batch.',
      next: 'Set up on the settlements page who settles this terminal.',
    },
    unknownAcquirer: {
      title: 'No such acquirer is set up',
      money: unmoved.en,
      next: 'Look at the acquirers on the settlements page.',
    },
    unknownBatch: {
      title: 'There is no such batch',
      money: unmoved.en,
      next: 'Look at the list of settlements and choose again.',
    },
    batchEnded: {
      title: 'This batch is closed',
      money: kept.en,
      next: 'What was agreed or decided is not asked again.',
    },
    batchNotDisputed: {
      title: 'The acquirer is still being asked',
      money: kept.en,
      next: 'Wait for its answer, or send the batch again. A person decides only where both sides disagree.',
    },
    batchOpen: {
      title: 'A batch of this acquirer is still open',
      money: kept.en,
      next: 'Wait until it is agreed, or decide it, before you take the acquirer or its connection away.',
    },
    hostSaidNo: {
      title: 'The acquirer’s host said no{code, select, none {} other {: {code}}}',
      money: unmoved.en,
      next: 'Check the terminal and merchant numbers{reason, select, none {} other { ({reason})}}, or ask the acquirer.',
    },
    hostUnreachable: {
      title: 'The acquirer’s host does not answer{reason, select, none {} other {: {reason}}}',
      money: 'No money has moved; batches wait and are sent again by themselves.',
      next: 'Check the network, the address and the certificates, then try again.',
    },
    statementMalformed: {
      title:
        'The statement has a mistake{line, select, none {} other { in line {line}}}{column, select, none {} other {, column {column}}}',
      money: unread.en,
      next: 'Check the columns that are set for this acquirer{reason, select, none {} other { ({reason})}}, then import the file again.',
    },
    statementKnown: {
      title: 'This statement was imported before',
      money: 'Nothing was counted twice.',
      next: 'Find it in the list of statements.',
    },
    unknownStatement: {
      title: 'There is no such statement',
      money: unmoved.en,
      next: 'Look at the list of statements and choose again.',
    },
    lineMatched: {
      title: 'This line has its movement already',
      money: 'Nothing changed.',
      next: 'Choose a line without a movement.',
    },
    unknownMovement: {
      title: 'The till knows no such card movement',
      money: 'Nothing changed.',
      next: 'Choose one of the movements that no statement pays.',
    },
    movementPaid: {
      title: 'Another line pays this movement already',
      money: 'Nothing was counted twice.',
      next: 'Choose a movement that no statement pays.',
    },
  },
  fr: {
    nothingToSettle: {
      title: 'Il n’y a rien à télécollecter',
      money: unmoved.fr,
      next: 'Aucune opération carte de ce terminal n’attend de lot.',
    },
    noAcquirer: {
      title: 'Aucun acquéreur n’est réglé pour ce terminal',
      money: 'Les encaissements par carte restent enregistrés et attendent un lot.',
      next: 'Indiquez dans la page des télécollectes qui règle ce terminal.',
    },
    unknownAcquirer: {
      title: 'Cet acquéreur n’est pas réglé ici',
      money: unmoved.fr,
      next: 'Regardez les acquéreurs dans la page des télécollectes.',
    },
    unknownBatch: {
      title: 'Ce lot n’existe pas',
      money: unmoved.fr,
      next: 'Regardez la liste des télécollectes et choisissez de nouveau.',
    },
    batchEnded: {
      title: 'Ce lot est clos',
      money: kept.fr,
      next: 'Ce qui a été accordé ou tranché n’est plus demandé.',
    },
    batchNotDisputed: {
      title: 'L’acquéreur est encore interrogé',
      money: kept.fr,
      next: 'Attendez sa réponse, ou renvoyez le lot. Une personne ne tranche que si les deux côtés diffèrent.',
    },
    batchOpen: {
      title: 'Un lot de cet acquéreur est encore ouvert',
      money: kept.fr,
      next: 'Attendez qu’il soit accordé, ou tranchez-le, avant d’ôter l’acquéreur ou sa connexion.',
    },
    hostSaidNo: {
      title: 'Le serveur de l’acquéreur a refusé{code, select, none {} other { : {code}}}',
      money: unmoved.fr,
      next: 'Vérifiez les numéros de terminal et de commerçant{reason, select, none {} other { ({reason})}}, ou appelez l’acquéreur.',
    },
    hostUnreachable: {
      title: 'Le serveur de l’acquéreur ne répond pas{reason, select, none {} other { : {reason}}}',
      money: 'Aucun argent n’a bougé ; les lots attendent et repartent tout seuls.',
      next: 'Vérifiez le réseau, l’adresse et les certificats, puis réessayez.',
    },
    statementMalformed: {
      title:
        'Le relevé comporte une erreur{line, select, none {} other { à la ligne {line}}}{column, select, none {} other {, colonne {column}}}',
      money: unread.fr,
      next: 'Vérifiez les colonnes réglées pour cet acquéreur{reason, select, none {} other { ({reason})}}, puis importez de nouveau le fichier.',
    },
    statementKnown: {
      title: 'Ce relevé a déjà été importé',
      money: 'Rien n’a été compté deux fois.',
      next: 'Retrouvez-le dans la liste des relevés.',
    },
    unknownStatement: {
      title: 'Ce relevé n’existe pas',
      money: unmoved.fr,
      next: 'Regardez la liste des relevés et choisissez de nouveau.',
    },
    lineMatched: {
      title: 'Cette ligne a déjà son opération',
      money: 'Rien n’a changé.',
      next: 'Choisissez une ligne qui n’en a pas.',
    },
    unknownMovement: {
      title: 'La caisse ne connaît pas cette opération carte',
      money: 'Rien n’a changé.',
      next: 'Choisissez une opération qu’aucun relevé ne paie.',
    },
    movementPaid: {
      title: 'Une autre ligne paie déjà cette opération',
      money: 'Rien n’a été compté deux fois.',
      next: 'Choisissez une opération qu’aucun relevé ne paie.',
    },
  },
  ar: {
    nothingToSettle: {
      title: 'لا شيء للتسوية',
      money: unmoved.ar,
      next: 'لا توجد عملية بطاقة على هذا الجهاز تنتظر حصيلة.',
    },
    noAcquirer: {
      title: 'لم يُضبط بنك لتسوية هذا الجهاز',
      money: 'ما أُخذ بالبطاقات يبقى مسجلاً وينتظر حصيلة.',
      next: 'حدد في صفحة التسويات من يسوي عمليات هذا الجهاز.',
    },
    unknownAcquirer: {
      title: 'هذا البنك غير مضبوط هنا',
      money: unmoved.ar,
      next: 'انظر إلى البنوك في صفحة التسويات.',
    },
    unknownBatch: {
      title: 'لا توجد حصيلة كهذه',
      money: unmoved.ar,
      next: 'انظر إلى لائحة التسويات واختر من جديد.',
    },
    batchEnded: {
      title: 'هذه الحصيلة مغلقة',
      money: kept.ar,
      next: 'ما اتُّفق عليه أو حُسم لا يُسأل عنه من جديد.',
    },
    batchNotDisputed: {
      title: 'ما زال البنك يُسأل',
      money: kept.ar,
      next: 'انتظر جوابه أو أرسل الحصيلة من جديد. لا يحسم الشخص إلا حين يختلف الطرفان.',
    },
    batchOpen: {
      title: 'ما زالت حصيلة لهذا البنك مفتوحة',
      money: kept.ar,
      next: 'انتظر الاتفاق عليها أو احسمها قبل إزالة البنك أو وصله.',
    },
    hostSaidNo: {
      title: 'رفض خادم البنك{code, select, none {} other {: {code}}}',
      money: unmoved.ar,
      next: 'تحقق من رقمي الجهاز والتاجر{reason, select, none {} other { ({reason})}}، أو اتصل بالبنك.',
    },
    hostUnreachable: {
      title: 'خادم البنك لا يجيب{reason, select, none {} other {: {reason}}}',
      money: 'لم يتحرك أي مال؛ الحصائل تنتظر وتُرسل من جديد وحدها.',
      next: 'تحقق من الشبكة والعنوان والشهادات ثم حاول من جديد.',
    },
    statementMalformed: {
      title:
        'في كشف البنك خطأ{line, select, none {} other { في السطر {line}}}{column, select, none {} other {، العمود {column}}}',
      money: unread.ar,
      next: 'تحقق من الأعمدة المضبوطة لهذا البنك{reason, select, none {} other { ({reason})}} ثم استورد الملف من جديد.',
    },
    statementKnown: {
      title: 'استُورد هذا الكشف من قبل',
      money: 'لم يُحسب شيء مرتين.',
      next: 'ابحث عنه في لائحة الكشوف.',
    },
    unknownStatement: {
      title: 'لا يوجد كشف كهذا',
      money: unmoved.ar,
      next: 'انظر إلى لائحة الكشوف واختر من جديد.',
    },
    lineMatched: {
      title: 'لهذا السطر عمليته من قبل',
      money: 'لم يتغير شيء.',
      next: 'اختر سطراً لا عملية له.',
    },
    unknownMovement: {
      title: 'لا يعرف الصندوق عملية بطاقة كهذه',
      money: 'لم يتغير شيء.',
      next: 'اختر عملية لا يؤديها أي كشف.',
    },
    movementPaid: {
      title: 'سطر آخر يؤدي هذه العملية من قبل',
      money: 'لم يُحسب شيء مرتين.',
      next: 'اختر عملية لا يؤديها أي كشف.',
    },
  },
}
