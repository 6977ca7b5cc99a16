import type { ScreenLanguage } from '../../kernel/language.ts'

const texts: Readonly<Record<ScreenLanguage, (month: string) => readonly string[]>> = {
  fr: (month) => [
    `ARCHIVE DES TICKETS – ${month}`,
    '',
    'Pour la vérifier : ouvrez verify.html dans un navigateur (sans réseau) et choisissez ce fichier ZIP,',
    'ou : hanout archive verify <fichier> --key <clé de la boutique>',
    '',
    'journal.jsonl   toutes les écritures de la caisse, chaînées : "hash" est le SHA-256 du texte de',
    '                "previousHash" suivi du texte de "entry", tels qu’ils sont écrits ici.',
    'tickets.csv, lines.csv, vat.csv, tenders.csv   tickets, lignes, TVA par taux, règlements.',
    '                Séparateur virgule, point décimal, UTF-8 ; remboursements en négatif.',
    'closings.csv, closings.jsonl   clôtures (Z, mois) et leurs signatures.',
    'manifest.json   liste des fichiers avec leurs SHA-256 ; manifest.sig : sa signature Ed25519 (base64url).',
    '',
    'Un texte qui commencerait comme une formule est précédé d’une apostrophe dans les tableaux.',
    'Aucun numéro de carte (au plus les six premiers et les quatre derniers chiffres, dans le journal),',
    'aucune donnée de visiteur ni d’acheteur en ligne.',
  ],
  en: (month) => [
    `TICKET ARCHIVE – ${month}`,
    '',
    'To check it: open verify.html in a browser (no network needed) and choose this ZIP file,',
    'or: hanout archive verify <file> --key <the shop’s key>',
    '',
    'journal.jsonl   every entry of the till, chained: "hash" is the SHA-256 of the text of "previousHash"',
    '                followed by the text of "entry", as they are written here.',
    'tickets.csv, lines.csv, vat.csv, tenders.csv   tickets, lines, VAT by rate, tenders.',
    '                Separator comma, decimal point, UTF-8; refunds are negative.',
    'closings.csv, closings.jsonl   closings (Z, month) and their signatures.',
    'manifest.json   the list of files with their SHA-256; manifest.sig: its Ed25519 signature (base64url).',
    '',
    'A text that would begin like a formula has an apostrophe before it in the tables.',
    'No card numbers (at most the first six and the last four digits, in the journal), nothing about',
    'visitors or online buyers.',
  ],
  ar: (month) => [
    `أرشيف التذاكر – ${month}`,
    '',
    'للتحقق منه: افتح ‎verify.html‎ في متصفح (دون شبكة) واختر ملف ZIP هذا،',
    'أو: ‎hanout archive verify <file> --key <key>‎',
    '',
    '‎journal.jsonl‎: كل قيود الصندوق، مرتبطة ببعضها: "hash" هي SHA-256 لنص "previousHash" متبوعا بنص "entry" كما هما مكتوبان هنا.',
    '‎tickets.csv‎ و‎lines.csv‎ و‎vat.csv‎ و‎tenders.csv‎: التذاكر والسطور والضريبة حسب النسبة ووسائل الأداء.',
    'الفاصل فاصلة، والعشري نقطة، UTF-8؛ المبالغ المرجعة سالبة.',
    '‎closings.csv‎ و‎closings.jsonl‎: الإغلاقات (Z والشهر) وتوقيعاتها.',
    '‎manifest.json‎: لائحة الملفات مع SHA-256؛ ‎manifest.sig‎: توقيعها Ed25519 (‎base64url‎).',
    '',
    'كل نص قد يبدأ كصيغة حسابية تسبقه علامة اقتباس في الجداول.',
    'لا أرقام بطاقات (على الأكثر الأرقام الستة الأولى والأربعة الأخيرة، في السجل)، ولا شيء عن الزوار أو المشترين عبر الإنترنت.',
  ],
}

/** `README.txt` of an archive, in the three languages of a shop. @param month `2026-11` */
export const archiveReadme = (month: string): string =>
  `${(['fr', 'ar', 'en'] as const).map((language) => texts[language](month).join('\r\n')).join('\r\n\r\n\r\n')}\r\n`
