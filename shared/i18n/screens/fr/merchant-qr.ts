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
  'merchantQr.pays': 'Paie {name}, {city}',
  'merchantQr.fault.checksum': 'Un caractère manque ou a changé : copiez-le encore une fois, en entier.',
  'merchantQr.fault.notMerchantQr': 'Ce n’est pas un code marchand.',
  'merchantQr.fault.currency': 'Ce code n’est pas en dirhams.',
  'merchantQr.fault.incomplete': 'Il manque quelque chose dans ce code : redemandez-le à votre acquéreur.',
}
