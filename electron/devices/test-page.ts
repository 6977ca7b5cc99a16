import type { PaperDocument } from '#shared/receipt/document.ts'

/** What a printer shows that it can: three scripts, an amount on the right, bold, a cut. */
export function testPage(printer: string): PaperDocument {
  return {
    language: 'fr',
    blocks: [
      {
        type: 'text',
        align: 'center',
        cell: { text: 'Hanout', direction: 'ltr', style: { bold: true, size: 2 } },
      },
      { type: 'text', align: 'center', cell: { text: 'حانوت', direction: 'rtl', style: { bold: true } } },
      { type: 'rule', style: 'single' },
      { type: 'text', align: 'start', cell: { text: printer, direction: 'ltr' } },
      {
        type: 'row',
        left: { text: 'Essai · Test · éàç€', direction: 'ltr' },
        right: { text: '1 234,50', direction: 'ltr', style: { bold: true } },
      },
      { type: 'text', align: 'start', cell: { text: 'تجربة الطباعة', direction: 'rtl' } },
      { type: 'space', lines: 1 },
      { type: 'cut' },
    ],
  }
}
