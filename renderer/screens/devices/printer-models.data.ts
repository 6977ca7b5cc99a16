/** Printer profiles by the key that the till’s drivers know them by, and what stands on the box. */
export const printerModels = [
  { key: 'generic-80', label: '80 mm' },
  { key: 'generic-58', label: '58 mm' },
  { key: 'epson-tm-t20', label: 'Epson TM-T20' },
  { key: 'epson-tm-t88', label: 'Epson TM-T88' },
  { key: 'xprinter-80', label: 'Xprinter XP-80' },
  { key: 'star-escpos', label: 'Star (ESC/POS)' },
  { key: 'citizen-ct-s310', label: 'Citizen CT-S310' },
  { key: 'file', label: 'File' },
] as const
