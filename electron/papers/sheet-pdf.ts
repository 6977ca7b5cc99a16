export { drawSheet as sheetPdf } from '#drivers/printers/pdf/draw-sheet.node.ts'
