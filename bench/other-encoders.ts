import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import receiptline from 'receiptline'
import type { Line } from './french-receipt.ts'

/** Somebody else's encoder, told the same lines: page 858, 48 columns, QR in modules of six dots, bars with figures. */
export interface Encoder {
  readonly name: string
  encode(lines: readonly Line[]): Uint8Array
}

const columns = 48
const qrDots = 6
const bars = { width: 3, height: 80 } as const

export const otherEncoders: readonly Encoder[] = [
  { name: 'receipt-printer-encoder', encode: byReceiptPrinterEncoder },
  { name: 'node-thermal-printer', encode: byNodeThermalPrinter },
  { name: 'receiptline', encode: byReceiptline },
]

/** Code page pinned: left to choose, it tries a page for each letter and takes twenty times as long. */
function byReceiptPrinterEncoder(lines: readonly Line[]): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ printerModel: 'epson-tm-t20iii', columns, newline: '\n' })
  encoder.initialize().codepage('cp858')
  const large = (on: boolean | undefined) => on === true && encoder.bold(true).size(2)
  const normal = (on: boolean | undefined) => on === true && encoder.bold(false).size(1)
  const sides = [
    { width: columns - 16, align: 'left' },
    { width: 16, align: 'right' },
  ] as const
  for (const line of lines) {
    switch (line.type) {
      case 'center':
        encoder.align('center')
        large(line.large)
        encoder.line(line.text)
        normal(line.large)
        break
      case 'left':
        encoder.align('left').line(line.text)
        break
      case 'row': {
        encoder.align('left')
        large(line.large)
        // Its table counts single columns, so a large row is padded by hand.
        if (line.large === true) encoder.line(spread(line, columns / 2))
        else encoder.table([...sides], [[line.left, line.right]])
        normal(line.large)
        break
      }
      case 'rule':
        encoder.rule()
        break
      case 'blank':
        encoder.newline()
        break
      case 'qr':
        encoder.align('center').qrcode(line.data, { model: 2, size: qrDots, errorlevel: 'm' })
        break
      case 'ean13':
        encoder.align('center').barcode(line.data, 'ean13', { ...bars, text: true })
        break
    }
  }
  return encoder.cut('partial').encode()
}

function byNodeThermalPrinter(lines: readonly Line[]): Uint8Array {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    // Never opened: nothing is executed.
    interface: '/dev/null',
    width: columns,
    characterSet: CharacterSet.PC858_EURO,
  })
  let centred = false
  const side = (center: boolean) => {
    if (center !== centred) center ? printer.alignCenter() : printer.alignLeft()
    centred = center
  }
  const large = (on: boolean | undefined, print: () => void) => {
    if (on === true) {
      printer.bold(true)
      printer.setTextSize(1, 1)
    }
    print()
    if (on === true) {
      printer.bold(false)
      printer.setTextSize(0, 0)
    }
  }
  for (const line of lines) {
    side(line.type === 'center' || line.type === 'qr' || line.type === 'ean13')
    switch (line.type) {
      case 'center':
        large(line.large, () => printer.println(line.text))
        break
      case 'left':
        printer.println(line.text)
        break
      case 'row':
        large(line.large, () =>
          line.large === true
            ? printer.println(spread(line, columns / 2))
            : printer.leftRight(line.left, line.right),
        )
        break
      case 'rule':
        printer.println('─'.repeat(columns))
        break
      case 'blank':
        printer.newLine()
        break
      case 'qr':
        printer.printQR(line.data, { cellSize: qrDots, correction: 'M', model: 2 })
        break
      case 'ean13':
        // 67: EAN-13 with its length; its own code has no figures below without being told.
        printer.printBarcode(line.data, 67, { hriPos: 2, hriFont: 0, ...bars })
        break
    }
  }
  printer.partialCut()
  return printer.getBuffer()
}

function byReceiptline(lines: readonly Line[]): Uint8Array {
  const document = lines.map(markupOf).join('\n')
  const commands = receiptline.transform(document, { cpl: columns, encoding: 'cp858', command: 'escpos' })
  return Buffer.from(commands, 'latin1')
}

function markupOf(line: Line): string {
  switch (line.type) {
    case 'center':
      return line.large === true ? `^^^"${safe(line.text)}"` : safe(line.text)
    case 'left':
      return `${safe(line.text)} |`
    case 'row': {
      const [open, close] = line.large === true ? ['^^^"', '"'] : ['', '']
      const width = line.large === true ? 28 : 16
      return `{w:*,${width}}\n|${open}${safe(line.left)}${close} | ${open}${safe(line.right)}${close}|\n{w:auto}`
    }
    case 'rule':
      return '-'
    case 'blank':
      return ''
    case 'qr':
      return `{code:${safe(line.data)};option:qrcode,${qrDots},m}`
    case 'ean13':
      return `{code:${line.data};option:ean,${bars.width},${bars.height},hri}`
  }
}

/** What its markup would take for markup. */
const safe = (text: string): string => text.replace(/[\\|{};"`^_~]/g, (char) => `\\${char}`)

const spread = (line: { readonly left: string; readonly right: string }, across: number): string =>
  `${line.left}${' '.repeat(across - line.left.length - line.right.length)}${line.right}`
