import type { merchantQr as source } from '../en/merchant-qr.ts'

export const merchantQr: Record<keyof typeof source, string> = {
  'merchantQr.title': 'Payer par téléphone',
  'merchantQr.ready': 'prêt',
  'merchantQr.set': 'Le code de votre acquéreur est gardé ; la caisse y met le montant pour chaque visiteur.',
  'merchantQr.none':
    'Avec le code marchand de votre acquéreur, le visiteur scanne le montant sur un écran et paie par téléphone.',
  'merchantQr.managers': 'Seul un responsable ou le propriétaire change le code.',
  'merchantQr.text': 'Le texte du code',
  'merchantQr.textHint': 'Collez-le tel que l’acquéreur l’a envoyé. Il commence par 000201.',
  'merchantQr.picture': 'Le code marchand',
  'merchantQr.preview':
    'Scannez-le avec votre téléphone avant de le garder : le nom de votre boutique doit apparaître.',
  'merchantQr.save': 'Garder ce code',
  'merchantQr.remove': 'Retirer le code',
}
